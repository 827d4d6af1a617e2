"""Everything of Landauf but the screen."""
