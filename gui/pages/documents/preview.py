"""The preview of a folder: its pages one below the other, with the words of the document they belong to."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from domain.overriding import override
from gui.dialogs.paper import Paper
from gui.pages.documents.sheets_view import SheetThumb


class PackPreview(Paper):
    """Pages with zoom; `page_shown` tells which page is on top after scrolling."""

    page_shown = Signal(int)  # number of the page in the file

    _titles: dict[int, str]

    def show_pack(self, content: bytes, thumbs: Sequence[SheetThumb]) -> None:
        """Show the file of a folder; blank pages have no thumbnail and no words."""
        self._titles = {thumb.number: thumb.words for thumb in thumbs}
        self.show_document(content)

    def show_page(self, number: int) -> None:
        """Scroll to a page of the file, counted from 1."""
        if 0 < number <= len(self.pages):
            self.area.verticalScrollBar().setValue(self.pages[number - 1].y())

    @override
    def _show_state(self) -> None:
        super()._show_state()
        shown = self._in_sight()
        if not shown:
            return
        title = getattr(self, "_titles", {}).get(shown[0].number, "")
        self.where.setText(" · ".join(part for part in (title, self.where.text()) if part))
        self.page_shown.emit(shown[0].number)
