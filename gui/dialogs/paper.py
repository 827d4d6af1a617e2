"""The preview of a document, which lives in `gui.preview`."""

from gui.preview.paper import Paper

__all__ = ["Paper"]
