"""All institutions that may stand in the file twice, as a list of pairs with points and reasons."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from domain.i18n import N_
from domain.rows.duplicates import DuplicatePair
from gui.desk import Desk
from gui.dialogs.dialog import Dialog
from gui.dialogs.duplicate_words import reasons_against, reasons_for, where
from gui.dialogs.merge import open_merge
from gui.models.table import Cell, Column, RowTableModel
from gui.texts import _, current, ngettext
from gui.widgets import labels
from gui.widgets.card import Card
from gui.widgets.empty import EmptyState
from gui.widgets.table import TableView

if TYPE_CHECKING:
    from domain.rules.duplicates import DuplicateBook
    from gui.shell import Shell

_WIDTH, _HEIGHT = 1080, 600
_FIRST = 2


def open_dialog(window: "Shell") -> None:
    """The action's handler: the list over the window's file."""
    if window.desk is not None:
        open_duplicates(window, window.desk)


def open_duplicates(parent: QWidget | None, desk: Desk) -> "DuplicatesDialog":
    """Open the list; the file is searched in a pool thread."""
    dialog = DuplicatesDialog(desk, parent)
    dialog.open()
    return dialog


def set_apart(desk: Desk, pair: DuplicatePair) -> None:
    """Remember that two institutions are not the same; undo forgets it."""
    from domain.usecases import duplicates

    if pair.first.id is not None and pair.second.id is not None:
        desk.run(N_("Noted as not the same"), duplicates.set_apart, pair.first.id, pair.second.id)
        desk.tell(_("Noted: these two are not the same"), undoable=True)


class DuplicatesDialog(Dialog):
    """Pairs, likeliest first; Enter compares, nothing is merged by itself."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Find duplicates"), _("Compare …"), parent, cancel=_("Close"))
        self.resize(_WIDTH, _HEIGHT)
        self._desk = desk
        self.about = labels.Text(_("Searching …"), tone="muted", wrap=True)
        self.pairs = RowTableModel[DuplicatePair](_columns(), _key, self)
        self.table = TableView(self.pairs, _("Pairs that may be the same"))
        self.table.set_two_lines()
        self.empty = EmptyState(
            "check", _("No duplicates found"), _("Nothing in this file looks as if it were there twice.")
        )
        self.content.addWidget(self.about)
        card = Card()
        card.body.addWidget(self.table)
        self.content.addWidget(card, 1)
        self.apart = self.add_button(_("Not the same"))
        self.primary.clicked.connect(self.compare)
        self.apart.clicked.connect(self._on_apart)
        self.table.opened.connect(lambda _pair: self.compare())
        self._allow()
        desk.changed.connect(self._ask)
        self._ask()

    def chosen(self) -> DuplicatePair | None:
        """The pair in the current row."""
        at = self.table.currentIndex().row()
        return self.pairs.rows()[at] if 0 <= at < len(self.pairs.rows()) else None

    def compare(self) -> None:
        """Lay the chosen two side by side."""
        pair = self.chosen()
        if pair is not None and pair.first.id is not None and pair.second.id is not None:
            open_merge(self, self._desk, pair.first.id, pair.second.id)

    def _on_apart(self) -> None:
        if (pair := self.chosen()) is not None:
            set_apart(self._desk, pair)

    def _ask(self, _tables: frozenset[str] = frozenset()) -> None:
        from domain.usecases import duplicates

        self._desk.ask_later(self._on_book, duplicates.book)

    def _on_book(self, book: "DuplicateBook") -> None:
        before = max(0, self.table.currentIndex().row())
        self.pairs.set_rows(book.pairs)
        self.table.set_empty(self.empty)
        if book.pairs and self.chosen() is None:
            self.table.select(_key(book.pairs[min(before, len(book.pairs) - 1)]))
        count = len(book.pairs)
        words = ngettext(
            "{count} pair may be the same. Nothing is merged before you say so.",
            "{count} pairs may be the same. Nothing is merged before you say so.",
            count,
        )
        self.about.setText(words.format(count=current().number(count)))
        self.about.setVisible(count > 0)
        self._allow()

    def _allow(self) -> None:
        has_pairs = bool(self.pairs.rows())
        self.primary.setEnabled(has_pairs)
        self.apart.setEnabled(has_pairs)


def _key(pair: DuplicatePair) -> UUID:
    """One id for a pair, whichever is first."""
    ids = [each.int for each in (pair.first.id, pair.second.id) if each is not None]
    return UUID(int=ids[0] ^ ids[-1] if len(ids) > 1 else 0)


def _columns() -> tuple[Column[DuplicatePair], ...]:
    return (
        Column(_("Partner"), lambda pair: _partner(pair.first.name, where(pair.first))),
        Column(_("Perhaps the same as"), lambda pair: _partner(pair.second.name, where(pair.second))),
        Column(_("Why"), _why, 336),
        Column(_("Points"), lambda pair: Cell(str(pair.likeness.points)), 72, is_right=True),
    )


def _partner(name: str, place: str) -> Cell:
    return Cell(name, second=place, is_first=True)


def _why(pair: DuplicatePair) -> Cell:
    """The two weightiest reasons above, the others and what speaks against it below."""
    first, rest = reasons_for(pair.likeness, until=_FIRST), reasons_for(pair.likeness, since=_FIRST)
    return Cell(first, second=" · ".join(words for words in (rest, reasons_against(pair.likeness)) if words))
