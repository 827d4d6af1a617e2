"""The people of the house with what they hold and are booked for; what a training has given waits on top."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from domain.overriding import override
from domain.rows.speakers import Award, SpeakerRow
from domain.terms import QualificationStanding
from gui import theme
from gui.pages.lectures.columns import speaker_columns
from gui.pages.lectures.listed import Listed, holds
from gui.pages.lectures.speaker_panel import SpeakerPanel
from gui.texts import _, current
from gui.widgets.empty import EmptyState
from gui.widgets.field import SearchField
from gui.widgets.filter_button import FilterButton
from gui.widgets.notice import Notice, Tone
from gui.widgets.toggle_filter import ToggleFilter


class SpeakersView(Listed[SpeakerRow]):
    """Everybody by name."""

    new_asked = Signal()
    award_asked = Signal(object)  # Award

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        self.panel = SpeakerPanel(today)
        super().__init__(_("People"), speaker_columns(today), self.panel, parent)
        self._all: tuple[SpeakerRow, ...] = ()
        self._award: Award | None = None
        self.search = SearchField(_("Name, office"))
        self.search.setMaximumWidth(200)
        self.topics = FilterButton(_("All topics"), (), icon="tag")
        self.urgent = ToggleFilter("clock", _("Runs out"), _("Only people whose qualification runs out soon or has"))
        self.bar.addWidget(self.search, 4)
        self.bar.addWidget(self.topics)
        self.bar.addWidget(self.urgent)
        self.search.searched.connect(lambda _text: self._show())
        self.topics.picked.connect(lambda _keys: self._show())
        self.urgent.toggled.connect(lambda _is_on: self._show())
        self.finish_bar()
        self._add_notice()
        self.empty = EmptyState("people", _("Nobody has been entered yet"), _("Enter the people who speak and advise."))
        self.empty.add_button(_("New person"), icon="plus").clicked.connect(self.new_asked)
        self.set_empty(self.empty)

    def _add_notice(self) -> None:
        self.notice = Notice(Tone.hint, "")
        self.notice.icon = "cap"
        self.give = self.notice.add_action(_("Award qualification"))
        self.give.clicked.connect(self._on_give)
        self._above = QWidget()
        column = QVBoxLayout(self._above)
        column.setContentsMargins(theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL, 0)
        column.addWidget(self.notice)
        self._above.hide()
        self.card.body.insertWidget(0, self._above)

    @override
    def key(self, row: SpeakerRow) -> UUID:
        return row.staff.id

    def show_rows(self, rows: Sequence[SpeakerRow]) -> None:
        """Show these people."""
        self._all = tuple(rows)
        names = sorted({topic for row in rows for topic in row.topics})
        self.topics.set_values([(name, name) for name in names])
        self._show()

    def show_award(self, awards: Sequence[Award]) -> None:
        """Offer the newest qualification that a training has given and nobody has entered."""
        self._award = awards[0] if awards else None
        self._above.setVisible(self._award is not None)
        if self._award is not None:
            self.notice.show_words(*award_words(self._award))

    def clear_filters(self) -> None:
        """Lift every filter and show all."""
        self.search.clear()
        self.topics.set_ticked(())
        self.urgent.setChecked(False)
        self._show()

    def _on_give(self) -> None:
        if self._award is not None:
            self.award_asked.emit(self._award)

    def _show(self) -> None:
        topics = set(self.topics.ticked())
        shown = [
            row
            for row in self._all
            if (not topics or topics & set(row.topics))
            and (not self.urgent.isChecked() or row.standing in _URGENT)
            and holds(f"{row.staff.draft.name} {row.staff.draft.office}", self.search.text())
        ]
        if self._all:
            self.empty.set_words(_("Nobody fits"), _("Change the filter, or enter a new person."))
        self.put(shown)


_URGENT = frozenset({QualificationStanding.expired, QualificationStanding.expiring})


def award_words(award: Award) -> tuple[str, str]:
    """Which training gives what to whom until when."""
    day = current().day(award.event.end_day) if award.event.end_day else ""
    headline = _("“{title}” on {day} gives the qualification “{qualification}”").format(
        title=award.event.title, day=day, qualification=award.qualification
    )
    names = current().listing(award.people)
    if award.until is None:
        return headline, _("To {names}, without end.").format(names=names)
    return headline, _("To {names}, until {day}.").format(names=names, day=current().day(award.until))
