"""What only calendars ask in the export dialog: content, version, tours, a person's appointments, saved filters."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from domain.i18n import N_
from domain.labels import label
from domain.rows.filters import EventFilter
from domain.rows.releases import ReleaseRow
from domain.terms import Audience, CalendarContent, TourShape
from gui import theme
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.choice import CheckBox, Segmented
from gui.widgets.combo import Combo

_LABEL_WIDTH = 72
_SHORT = {
    CalendarContent.complete: N_("All"),
    CalendarContent.changes: N_("Changes"),
    CalendarContent.cancellations: N_("Cancellations"),
}


class CalendarFields(QWidget):
    """Rows below each other; `changed` is sent when something else is chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        language = current()
        self.content = Segmented([(each.value, _(msgid)) for each, msgid in _SHORT.items()], name=_("Content"))
        self.version = Combo(_("Since version"))
        self.tours = Combo(_("Tours"))
        for shape in TourShape:
            self.tours.add(shape, label(shape, language))
        self.person = Combo(_("Whose appointments"))
        self.person.add(None, _("everybody’s"))
        self.reminder = CheckBox(_("Reminder the day before"))
        self.saved = Combo(_("Saved filter"))
        self.saved.add(None, _("all events"))
        self.each = CheckBox(_("A file for every event"))
        self._rows: dict[str, tuple[QWidget, QWidget]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(theme.GAP_ROW)
        self._grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        self._grid.setColumnStretch(2, 1)
        for key, words, widget in (
            ("content", _("Content"), self.content),
            ("version", _("Since"), self.version),
            ("tours", _("Tours"), self.tours),
            ("person", _("Of"), self.person),
            ("reminder", "", self.reminder),
            ("saved", _("Filter"), self.saved),
            ("each", "", self.each),
        ):
            self._add(key, words, widget)
        self.content.picked.connect(self._on_changed)
        self.reminder.clicked.connect(self._on_changed)
        self.each.clicked.connect(self._on_changed)
        for combo in (self.version, self.tours, self.person, self.saved):
            combo.currentIndexChanged.connect(self._on_changed)
        self._audience = Audience.public
        self._fit()

    def offer(
        self,
        versions: Iterable[ReleaseRow],
        people: Iterable[tuple[UUID, str]],
        filters: Sequence[tuple[str, EventFilter]],
    ) -> None:
        """Fill in what the file holds: plan versions (newest first), people of the house, saved filters."""
        language = current()
        for row in versions:
            note = f" – {row.note}" if row.note else ""
            words = _("version {number} of {day}").format(number=row.number, day=language.day(row.released_at.date()))
            self.version.add(row.number, words + note)
        for person, name in people:
            self.person.add(person, name)
        for name, wanted in filters:
            self.saved.add(wanted, name)
        self._set_shown("saved", is_shown=bool(filters))

    def show_audience(self, audience: Audience) -> None:
        """Offer what this audience may get: a person's own appointments are for the house alone."""
        self._audience = audience
        self._fit()

    def chosen_content(self) -> CalendarContent:
        """Which part of the plan."""
        return CalendarContent(self.content.value())

    def since(self) -> int | None:
        """The version that is chosen; None if there is none."""
        value = self.version.value()
        return value if isinstance(value, int) else None

    def shape(self) -> TourShape:
        """How tours stand in the calendar."""
        return TourShape(str(self.tours.value()))

    def person_id(self) -> UUID | None:
        """Whose appointments; None = everybody's."""
        value = self.person.value()
        return value if isinstance(value, UUID) else None

    def saved_filter(self) -> EventFilter | None:
        """The saved filter, if one is chosen."""
        value = self.saved.value()
        return value if isinstance(value, EventFilter) else None

    def _on_changed(self, *_args: object) -> None:
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        is_internal = self._audience is Audience.internal
        own = is_internal and self.person_id() is not None
        self._set_shown("person", is_shown=is_internal)
        self._set_shown("reminder", is_shown=own)
        self._set_shown("content", is_shown=not own)
        self._set_shown("version", is_shown=not own and self.chosen_content() is not CalendarContent.complete)
        self._set_shown("saved", is_shown=self.saved.count() > 1)

    def _set_shown(self, key: str, *, is_shown: bool) -> None:
        for widget in self._rows[key]:
            widget.setVisible(is_shown)

    def _add(self, key: str, words: str, widget: QWidget) -> None:
        row = self._grid.rowCount()
        named = labels.Text(words, tone="muted")
        named.setBuddy(widget)
        named.setFixedWidth(_LABEL_WIDTH)
        self._grid.addWidget(named, row, 0)
        self._grid.addWidget(widget, row, 1)
        self._rows[key] = (named, widget)
