"""Pages of a PDF as pictures, which are made in `gui.preview`."""

from gui.preview.pdf import PageSize, page_sizes, rendered

__all__ = ["PageSize", "page_sizes", "rendered"]
