"""The page of the documents: the folder of an event or a tour day, checked, in print order, and as it will be."""

from collections.abc import Hashable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from domain.errors import LandaufError
from domain.overriding import override
from domain.rows.packs import NearSubjects, PackOrder, PackProposal
from domain.rows.printing import PrintChoice
from gui import theme
from gui.page import Page
from gui.pages.documents import work
from gui.pages.documents.check_card import CheckCard
from gui.pages.documents.deeds import PackDeeds
from gui.pages.documents.option_bar import OptionBar
from gui.pages.documents.preview import PackPreview
from gui.pages.documents.sheets_view import SheetsView, SheetThumb
from gui.pages.documents.state import PackState
from gui.pages.documents.words import context_words
from gui.texts import _, current, ngettext
from gui.widgets.card import Card
from gui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from domain.outgoing.packs import MadePack
    from gui.dialogs.pdf_pages import PageSize

_REST_MS = 250
"""A folder is set anew when nobody has ticked, moved or typed for so long."""
_CHECK_WIDTH, _SHEETS_WIDTH = 284, 272


class DocumentsPage(Page):
    """Left the check before printing, in the middle the pages in print order, right the page in front."""

    @override
    def _build(self) -> None:
        self.state = PackState()
        self.deeds = PackDeeds(self)
        self._wanted: PrintChoice | None = None
        self.options = OptionBar()
        self.check = CheckCard()
        self.check.setFixedWidth(_CHECK_WIDTH)
        self.order_card = Card(_("Print order"))
        self.order_card.setFixedWidth(_SHEETS_WIDTH)
        self.sheets = SheetsView(_("Pages in print order"), self.desk.tasks)
        self.order_card.body.addWidget(self.sheets)
        self.preview = PackPreview(self.desk.tasks, has_thumbnails=False)
        self.empty = EmptyState(
            "folder", _("No folder yet"), _("Choose an event or a tour day above; its papers come together here.")
        )
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._make)
        self.body.addWidget(self.options)
        self._front = QStackedLayout()
        self.body.addLayout(self._front, 1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        for widget in (self.check, self.order_card):
            row.addWidget(widget)
        row.addWidget(self.preview, 1)
        self._front.addWidget(self.empty)
        self._front.addWidget(whole)
        self._connect()

    def _connect(self) -> None:
        self.options.subject_picked.connect(self.show_choice)
        self.options.changed.connect(self._on_options)
        self.check.list.chosen.connect(self._on_line)
        self.check.list.ticked.connect(self._on_ticked)
        self.check.list.reordered.connect(self._on_reordered)
        self.check.copies_changed.connect(self._on_copies)
        self.check.repair_asked.connect(self.asked_for)
        self.sheets.page_chosen.connect(self.preview.show_page)
        self.preview.page_changed.connect(self.sheets.mark)

    @override
    def title(self) -> str:
        return _("Folder")

    @override
    def context(self) -> str:
        return context_words(self.state.subject) if self.state.lines else ""

    @override
    def primary(self) -> str:
        return "documents.print"

    @override
    def secondary(self) -> tuple[str, ...]:
        return "documents.save", "documents.web"

    @override
    def may(self, action_id: str) -> bool:
        if action_id == "documents.web":
            return any(self.state.is_ticked(line) and not line.is_internal for line in self.state.lines)
        return not self.state.is_empty

    @override
    def first_focus(self) -> QWidget:
        return self.check.list

    @override
    def print_choice(self) -> PrintChoice | None:
        return self._wanted

    @override
    def refresh(self, tables: frozenset[str]) -> None:
        from domain.usecases import pack_subjects

        self.desk.ask_later(self._on_near, pack_subjects.near)
        if self._wanted is not None:
            self.show_choice(self._wanted)

    def show_choice(self, choice: PrintChoice) -> None:
        """Bring together the folder of an event or a tour day; a choice of nothing stands for the stale sheets."""
        self._wanted = choice
        self.desk.tasks.start(
            partial(work.propose, self.desk.workspace, choice), self._on_proposal, self._on_trouble, key="pack-propose"
        )

    def order(self, *, repeats: bool = False) -> PackOrder:
        """What is to be made as the page stands."""
        return replace(self.state.order(self.options.values()), repeats=repeats)

    def _on_near(self, near: NearSubjects) -> None:
        front = self.state.subject if self.state.lines else None
        self._near = near
        self.options.show_subjects(near.subjects, near.stale, front)
        if self._wanted is None and near.subjects:
            self.show_choice(near.subjects[0].choice)

    def _on_proposal(self, proposal: PackProposal) -> None:
        self.state.show(proposal)
        self.options.subject.set_value(proposal.subject.choice)
        self._show_lines()
        self._make()

    def _on_trouble(self, error: LandaufError) -> None:
        self.state.made = None
        self.empty.set_words(_("This folder cannot be made yet"), current().error(error))
        self._front.setCurrentIndex(0)
        self.head_changed.emit()

    def _show_lines(self) -> None:
        self.check.show_state(self.state, is_duplex=self.options.values().is_duplex)
        self._front.setCurrentIndex(1 if self.state.lines else 0)
        self.head_changed.emit()

    def _make(self) -> None:
        """Set the folder in a pool thread; a newer one drops the older."""
        if self.state.is_empty:
            self.desk.tasks.cancel("pack-make")
            self.state.made = None
            self.sheets.show_sheets(b"", [])
            self.preview.clear()
            self._show_lines()
            return
        task = partial(work.make, self.desk.workspace, self.order(), self.options.language())
        self.desk.tasks.start(task, self._on_made, self._on_trouble, key="pack-make", progress=_("Setting the folder"))

    def _on_made(self, found: "tuple[MadePack, tuple[PageSize, ...]]") -> None:
        made, sizes = found
        self.state.made = made
        thumbs = _thumbs(made, sizes)
        count = ngettext("{count} page", "{count} pages", made.pages).format(count=current().number(made.pages))
        self.order_card.set_title(_("Print order"), count)
        self.sheets.show_sheets(made.content, thumbs)
        self.preview.show_pack(made.content, thumbs)
        self._show_lines()

    def _on_options(self) -> None:
        self._show_lines()
        self._rest.start()

    def _on_line(self, key: object) -> None:
        line = self.state.line(key)
        part = self.state.part(line) if line else None
        if part is not None:
            self.preview.show_page(part.place.first)

    def _on_ticked(self, key: Hashable, is_ticked: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.state.tick(key, is_ticked=is_ticked)
        self._on_options()

    def _on_reordered(self, keys: tuple[Hashable, ...]) -> None:
        self.state.arrange(keys)
        self._on_options()

    def _on_copies(self, key: Hashable, copies: int) -> None:
        self.state.set_copies(key, copies)
        self._on_options()


def _thumbs(made: "MadePack", sizes: "tuple[PageSize, ...]") -> list[SheetThumb]:
    """A thumbnail for every page that is not left blank."""
    found = []
    first = made.parts[0].place.first
    if first > 1:
        found.append(SheetThumb(1, _("Cover"), sizes[0]))
    for part in made.parts:
        for number in range(part.place.pages):
            at = part.place.first + number
            found.append(SheetThumb(at, part.title, sizes[at - 1], str(number + 1) if part.place.pages > 1 else ""))
    return found
