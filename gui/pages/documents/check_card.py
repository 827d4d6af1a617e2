"""The check before printing: the documents of the folder, what is wrong with the one in front, and the way out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from domain.rows.packs import PackFinding, PackLine
from domain.terms import Grade, PackProblem
from gui import theme
from gui.pages.documents import words
from gui.pages.documents.check_list import CheckLine, CheckList
from gui.pages.documents.state import PackState, is_open, key_of
from gui.texts import _, current, ngettext
from gui.widgets import labels
from gui.widgets.button import Button, Weight
from gui.widgets.card import Card, Line
from gui.widgets.field import NumberField
from gui.widgets.notice import Notice, Tone

_TONES = {Grade.error: Tone.error, Grade.warning: Tone.warning, Grade.hint: Tone.hint}
_MOST_COPIES = 999


class CheckCard(Card):
    """Left on the page."""

    repair_asked = Signal(str, object)  # page id and record
    copies_changed = Signal(object, int)  # key of the line, copies

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Check before printing"), parent=parent)
        self.list = CheckList(_("Documents of the folder"))
        self.notices = {tone: Notice(tone, "") for tone in _TONES.values()}
        self._repairs = {tone: notice.add_action("") for tone, notice in self.notices.items()}
        self._finding: PackFinding | None = None
        self._key: object = None
        self.copies = NumberField(_("Copies"), 1, _MOST_COPIES)
        self.up = Button(icon="arrow-up", weight=Weight.quiet, tip=_("Move up (Alt+Up)"), is_small=True)
        self.down = Button(icon="arrow-down", weight=Weight.quiet, tip=_("Move down (Alt+Down)"), is_small=True)
        self.sheets = labels.Text(font=theme.text_font(theme.MEDIUM))
        self.printed = labels.Text(font=theme.text_font(theme.MEDIUM))
        self._build()
        self.list.chosen.connect(lambda _key: self._show_front())
        self.copies.number_changed.connect(self._on_copies)
        for tone, button in self._repairs.items():
            button.setObjectName(f"repair-{tone}")
            button.clicked.connect(self._on_repair)
        self.up.clicked.connect(lambda: self.list.shift(-1))
        self.down.clicked.connect(lambda: self.list.shift(1))

    def _build(self) -> None:
        self.body.addWidget(self.list, 1)
        lower = QVBoxLayout()
        lower.setContentsMargins(theme.GAP, theme.GAP_SMALL, theme.GAP, theme.GAP_SMALL)
        lower.setSpacing(theme.GAP_SMALL)
        for notice in self.notices.values():
            lower.addWidget(notice)
            notice.hide()
        row = QHBoxLayout()
        row.setSpacing(theme.GAP_SMALL)
        named = labels.note(_("Copies"))
        named.setBuddy(self.copies)
        row.addWidget(named)
        row.addWidget(self.copies)
        row.addStretch(1)
        row.addWidget(self.up)
        row.addWidget(self.down)
        lower.addLayout(row)
        self.body.addWidget(Line())
        self.body.addLayout(lower)
        self.body.addWidget(Line())
        foot = QGridLayout()
        foot.setContentsMargins(theme.GAP, theme.GAP_SMALL, theme.GAP, theme.GAP_SMALL)
        foot.setVerticalSpacing(0)
        foot.setColumnStretch(0, 1)
        self.sides = labels.note("")
        foot.addWidget(self.sides, 0, 0)
        foot.addWidget(self.sheets, 0, 1)
        foot.addWidget(labels.note(_("State of print")), 1, 0)
        foot.addWidget(self.printed, 1, 1)
        for text in (self.sheets, self.printed):
            text.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.body.addLayout(foot)

    def show_state(self, state: PackState, *, is_duplex: bool) -> None:
        """Show the documents, and what is known of the file made of them."""
        self._state = state
        self.list.set_lines([self._line(line) for line in state.lines])
        found = state.problems()
        points = ngettext("{count} point", "{count} points", found).format(count=found) if found else _("all in order")
        self.set_title(_("Check before printing"), points if state.lines else "")
        self.sides.setText(_("Sheets, both sides") if is_duplex else _("Sheets, one side"))
        made = state.made
        self.sheets.setText(current().number(state.sheets(is_duplex=is_duplex)) if made else "–")
        version = _("Version {number}").format(number=made.version) if made and made.version else ""
        self.printed.setText(" · ".join(filter(None, (version, made.code if made else ""))) or "–")
        self._show_front()

    def _line(self, line: PackLine) -> CheckLine:
        state = self._state
        part = state.part(line)
        icon, tone = words.icon_of(line)
        return CheckLine(
            key=key_of(line),
            title=words.line_title(line),
            detail=words.detail(line, part.place.pages if part else None, state.copies(line)),
            icon=icon,
            tone=tone,
            state=words.state_words(line),
            is_ticked=state.is_ticked(line),
            can_tick=line.is_possible,
        )

    def _show_front(self) -> None:
        """Tell of the document in front what is wrong and how to mend it."""
        self._key = self.list.current_key()
        line = self._state.line(self._key)
        self._finding = line.worst if line is not None and is_open(line) else _unchanged(line)
        shown = _TONES[self._finding.grade] if self._finding else None
        for tone, notice in self.notices.items():
            if tone is shown and self._finding is not None:
                notice.show_words(*words.finding_words(self._finding))
                repair = words.repair_words(self._finding)
                self._repairs[tone].setText(repair)
                self._repairs[tone].setVisible(bool(repair))
            notice.setVisible(tone is shown)
        is_there = line is not None and line.is_possible
        for widget in (self.copies, self.up, self.down):
            widget.setEnabled(is_there)
        self.copies.set_number(self._state.copies(line) if line is not None else None)

    def _on_repair(self) -> None:
        if self._finding is not None:
            self.repair_asked.emit(self._finding.page, self._finding.record)

    def _on_copies(self, number: int | None) -> None:
        line = self._state.line(self._key)
        if number and line is not None and number != self._state.copies(line):
            self.copies_changed.emit(self._key, number)


def _unchanged(line: PackLine | None) -> PackFinding | None:
    """That a document was printed before, if that is all there is to say."""
    found = line.findings if line else ()
    return next((finding for finding in found if finding.problem is PackProblem.unchanged), None)
