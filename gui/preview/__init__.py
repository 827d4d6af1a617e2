"""Paper on the screen: the pages of a PDF with thumbnails, zoom and search, rendered beside the GUI thread."""
