"""The preview of a folder: its pages one below the other, with the words of the document they belong to."""

from collections.abc import Sequence

from gui.dialogs.paper import Paper
from gui.pages.documents.sheets_view import SheetThumb


class PackPreview(Paper):
    """Pages with zoom and search; the way through them is the print order beside it."""

    def show_pack(self, content: bytes, thumbs: Sequence[SheetThumb]) -> None:
        """Show the file of a folder; blank pages have no thumbnail and no words."""
        self.show_document(content, {thumb.number: thumb.words for thumb in thumbs})

    def show_page(self, number: int) -> None:
        """Bring a page of the file, counted from 1, to the front."""
        if 0 < number <= self.page_count:
            self.go_to(number)
