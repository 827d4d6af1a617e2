"""The window of Landauf (PySide6)."""
