"""What is picked on the board: a stop with its facts and conflicts, or a day with its load, and what can be done."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from domain.labels import label
from domain.rows.findings import Finding
from domain.rows.permits import PermitRow
from domain.rows.tours import TourDayRow
from domain.terms import Grade
from gui import theme
from gui.pages.tours import words
from gui.pages.tours.keys import Deed, Wish
from gui.pages.tours.plan import Block
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.badge import Badge, plain_badge, state_badge
from gui.widgets.button import Button, Weight
from gui.widgets.lights import permit_light, permit_words
from gui.widgets.notice import Notice, Tone

_TONES = {Grade.error: Tone.error, Grade.warning: Tone.warning, Grade.hint: Tone.hint}
_HEIGHT = 122


class SelectionPanel(QWidget):
    """Facts at the left, conflicts at the right, buttons below."""

    asked = Signal(object)  # Deed or Wish

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(_HEIGHT)
        self.setAccessibleName(_("Selection"))
        self.headline = labels.ElidedText(font=theme.text_font(theme.SEMIBOLD))
        self.state = Badge(lambda: plain_badge("–"))
        self.permit = Badge(lambda: plain_badge("–"))
        self._stop: object = None  # the id of the stop that is shown
        self.first, self.second = labels.ElidedText(), labels.ElidedText(font=theme.small_font(), tone="muted")
        self.notices: list[Notice] = []
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setAccessibleName(_("Conflicts"))
        self.move_to = Button(_("Move to …"), icon="move", is_small=True, tip=_("Every place with its price (M)"))
        self.stop_buttons = self._stop_buttons()
        self.day_buttons = self._day_buttons()
        upper = QHBoxLayout()
        upper.setSpacing(theme.GAP)
        upper.addLayout(self._facts(), 5)
        upper.addWidget(self._area, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, theme.GAP_ROW)
        column.setSpacing(theme.GAP_SMALL)
        column.addLayout(upper, 1)
        column.addWidget(self.stop_buttons)
        column.addWidget(self.day_buttons)
        self.show_nothing()

    def _facts(self) -> QVBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(theme.GAP_SMALL)
        head.addWidget(self.headline, 1)
        head.addWidget(self.permit)
        head.addWidget(self.state)
        facts = QVBoxLayout()
        facts.setSpacing(2)
        facts.addLayout(head)
        facts.addWidget(self.first)
        facts.addWidget(self.second)
        facts.addStretch(1)
        return facts

    def show_nothing(self) -> None:
        """Say that nothing is picked."""
        self.headline.setText(_("Nothing selected"))
        self.first.setText(_("Pick a stop or a day on the board, on the map or in the list."))
        self.second.setText("")
        self._show_parts(stop=False, day=False)
        self.show_findings(())

    def show_stop(self, day: TourDayRow, block: Block) -> None:
        """Show a stop; its conflicts follow."""
        row = block.stop.event
        self.headline.setText(f"{block.number} · {row.title}")
        self.headline.setToolTip(row.title)
        self.state.show_look(lambda: state_badge(row.state))
        self.first.setText(f"{words.place(row)} · {label(row.kind, current())}")
        self.second.setText(words.stop_day(day, block.stop))
        self._show_parts(stop=True, day=False)
        self._stop = row.id

    def show_permit(self, permit: PermitRow | None) -> None:
        """Show how far the permit for the stop is; nothing if it needs none noted."""
        if permit is None or permit.event_id != self._stop:
            return
        view = permit.view
        self.permit.show_look(lambda: permit_light(view, named=True))
        self.permit.setToolTip(permit_words(view))
        self.permit.show()

    def show_day(self, day: TourDayRow) -> None:
        """Show a day."""
        self.headline.setText(words.day_name(day))
        self.first.setText(words.day_line(day))
        crew = current().listing(day.crew) if day.crew else _("no crew named")
        night = _("overnight in {town}").format(town=day.overnight) if day.overnight else ""
        self.second.setText(" · ".join(part for part in (crew, night, words.load_line(day)) if part))
        self._show_parts(stop=False, day=True)
        self.show_findings(())

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show the open conflicts, the gravest first."""
        content = QWidget()
        content.setProperty("plain", True)  # noqa: FBT003 - Qt's signature
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.GAP_SMALL, 0)
        column.setSpacing(theme.GAP_SMALL)
        self.notices = [_notice(finding) for finding in findings if not finding.accepted]
        for notice in self.notices:
            column.addWidget(notice)
        column.addStretch(1)
        self._area.setWidget(content)
        self._area.setVisible(bool(self.notices))

    def _show_parts(self, *, stop: bool, day: bool) -> None:
        self._stop = None
        self.permit.hide()
        self.state.setVisible(stop)
        self.stop_buttons.setVisible(stop)
        self.day_buttons.setVisible(day)

    def _stop_buttons(self) -> QWidget:
        row = _ButtonRow()
        self._add(row, Wish.open, Button(_("Open event"), icon="edit", is_small=True))
        self._add(row, Wish.drive, Button(_("Drive time …"), icon="route", is_small=True))
        self._add(row, Wish.permit, Button(icon="key", is_small=True, tip=_("Permit …")))
        self._add(row, Wish.tally, Button(icon="tally", is_small=True, tip=_("Count visitors …")))
        self._add(row, Deed.move_to, self.move_to)
        for deed, tip, icon in (
            (Deed.earlier, _("Earlier in the day (Alt+Left)"), "chevron-left"),
            (Deed.later, _("Later in the day (Alt+Right)"), "chevron-right"),
            (Deed.day_before, _("To the day before (Alt+Up)"), "arrow-up"),
            (Deed.day_after, _("To the day after (Alt+Down)"), "arrow-down"),
            (Deed.shorter, _("Five minutes shorter (-)"), "minus"),
            (Deed.longer, _("Five minutes longer (+)"), "plus"),
        ):
            button = Button(icon=icon, is_small=True, tip=tip)
            self._add(row, deed, button)
            row.spare.append(button)
        row.line.addStretch(1)
        self._add(row, Deed.remove, Button(_("Out of the tour"), icon="close", weight=Weight.quiet, is_small=True))
        return row

    def _day_buttons(self) -> QWidget:
        row = _ButtonRow()
        self._add(row, Wish.add_stop, Button(_("Add stop …"), icon="plus", is_small=True))
        self._add(row, Wish.open, Button(_("Edit day …"), icon="edit", is_small=True))
        row.line.addStretch(1)
        self._add(row, Deed.remove, Button(_("Delete day"), icon="trash", weight=Weight.quiet, is_small=True))
        return row

    def _add(self, row: "_ButtonRow", wanted: Deed | Wish, button: Button) -> None:
        button.setObjectName(wanted)
        button.clicked.connect(lambda: self.asked.emit(wanted))
        row.line.addWidget(button)


class _ButtonRow(QWidget):
    """Small buttons side by side; where they do not all fit, those go first that only do what a key does."""

    def __init__(self) -> None:
        super().__init__()
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(theme.GAP_SMALL)
        self.spare: list[Button] = []

    @override
    def minimumSizeHint(self) -> QSize:
        needed = self._needed(len(self.spare))
        return QSize(needed, theme.SMALL_BUTTON_HEIGHT)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        pairs = range(0, len(self.spare), 2)
        count = next((n for n in pairs if self._needed(n) <= self.width()), len(self.spare))
        for at, button in enumerate(reversed(self.spare)):
            button.setVisible(at >= count)

    def _needed(self, without: int) -> int:
        """The width of all buttons but so many of the spare ones, the last of them first."""
        gone = self.spare[len(self.spare) - without :]
        widths = [each.sizeHint().width() for each in self.findChildren(Button) if each not in gone]
        return sum(widths) + theme.GAP_SMALL * len(widths)


def _notice(finding: Finding) -> Notice:
    language = current()
    detail = language.text(finding.detail, finding.detail_params) if finding.detail else ""
    return Notice(_TONES[finding.grade], language.text(finding.msgid, finding.params), detail)
