"""The conflicts of the draft on screen: what is wrong, the cheapest ways out, and what was accepted."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from domain.rows.findings import Finding, Repair
from domain.rules.remarks import Remark
from domain.terms import BERLIN, Grade
from gui import theme
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.notice import Notice, Tone

_TONES = {Grade.error: Tone.error, Grade.warning: Tone.warning, Grade.hint: Tone.hint}
_MOST_REPAIRS = 4


class ConflictPanel(QScrollArea):
    """One notice per conflict, open ones first; repairs are buttons."""

    repair_asked = Signal(object)  # Repair
    accept_asked = Signal(object)  # Finding
    take_back_asked = Signal(object)  # Finding

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Conflicts"))
        self.notices: list[Notice] = []
        self._shown: tuple[Finding, ...] | None = None
        self._may_accept = True
        self.remarks: list[Notice] = []
        self._said: tuple[Remark, ...] = ()
        inner = QWidget()
        inner.setProperty("plain", True)  # noqa: FBT003 - Qt's signature
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        self._column.setSpacing(theme.GAP_SMALL)
        self.none = labels.Text(tone="muted", wrap=True)
        self._column.addWidget(self.none)
        self._remarks = QVBoxLayout()
        self._remarks.setSpacing(theme.GAP_SMALL)
        self._column.addLayout(self._remarks)
        self._column.addStretch(1)
        self.setWidget(inner)

    def show_findings(self, findings: Sequence[Finding], *, has_date: bool, may_accept: bool) -> None:
        """Show these; nothing is rebuilt, and no focus lost, if they are the ones shown."""
        self.none.setText(_("No conflicts.") if has_date else _("Conflicts are checked as soon as there is a date."))
        self.none.setVisible(not findings)
        if self._shown == tuple(findings) and self._may_accept == may_accept:
            return
        self._shown, self._may_accept = tuple(findings), may_accept
        for notice in self.notices:
            self._column.removeWidget(notice)
            notice.hide()
            notice.deleteLater()
        self.notices = []
        for finding in sorted(findings, key=lambda each: each.accepted):
            notice = self._accepted(finding) if finding.accepted else self._open(finding)
            self._column.insertWidget(self._column.count() - 2, notice)
            notice.show()
            self.notices.append(notice)

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Show below the conflicts what the draft itself lacks; nothing is rebuilt if it is what is shown."""
        if self._said == tuple(remarks):
            return
        self._said = tuple(remarks)
        for old in self.remarks:
            self._remarks.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.remarks = [_notice(remark) for remark in remarks]
        for notice in self.remarks:
            self._remarks.addWidget(notice)
            notice.show()

    def _open(self, finding: Finding) -> Notice:
        from domain.usecases import repairs

        language = current()
        headline = language.text(finding.msgid, finding.params)
        detail = language.text(finding.detail, finding.detail_params) if finding.detail else ""
        notice = Notice(_TONES[finding.grade], headline, detail)
        for repair in [each for each in finding.repairs if repairs.can_apply(each)][:_MOST_REPAIRS]:
            words = language.text(repair.msgid, repair.params)
            button = notice.add_repair(_short(repair, finding.event_id) or words, repair.effect)
            button.setToolTip(words)
            button.clicked.connect(lambda _checked=False, way=repair: self._on_repair(way))
        if self._may_accept:
            accept = notice.add_action(_("Accept with reason"), is_link=True)
            accept.clicked.connect(lambda: self.accept_asked.emit(finding))
        return notice

    def _accepted(self, finding: Finding) -> Notice:
        reason = _("Accepted: {reason}").format(reason=finding.reason)
        notice = Notice(Tone.done, current().text(finding.msgid, finding.params), reason)
        notice.headline.set_tone("muted")
        take_back = notice.add_action(_("Lift acceptance"), is_link=True)
        take_back.clicked.connect(lambda: self.take_back_asked.emit(finding))
        return notice

    def _on_repair(self, repair: Repair) -> None:
        self.repair_asked.emit(repair)


def _notice(remark: Remark) -> Notice:
    language = current()
    detail = language.text(remark.detail, remark.params)
    return Notice(_TONES[remark.grade], language.text(remark.headline, remark.params), detail)


def _short(repair: Repair, record: UUID) -> str:
    """The repair of the event on screen in few words: its name stands above anyway. "" for all others."""
    if repair.event_id != record or repair.starts_at is None:
        return ""
    start = repair.starts_at.astimezone(BERLIN)
    day = f"{current().weekday_short(start)} {current().day(start)}"
    return _("To {day}, {clock}").format(day=day, clock=current().clock(start))
