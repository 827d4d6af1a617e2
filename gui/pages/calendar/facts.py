"""The facts of the picked event, and its conflicts with ways out."""

from collections.abc import Callable, Iterator, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from domain.labels import label
from domain.rows.events import EventDetail, EventRow
from domain.rows.findings import Finding, Repair
from domain.terms import EventState, Grade
from gui import theme
from gui.pages.calendar import words
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.badge import Badge, state_badge
from gui.widgets.notice import Notice, Tone

_LABELS = 88
_MOST_REPAIRS = 3
_TONES = {Grade.error: Tone.error, Grade.warning: Tone.warning, Grade.hint: Tone.hint}


class EventFacts(QWidget):
    """Number, kind and state, a few facts, and a notice for each open conflict."""

    repair_asked = Signal(object)  # Repair

    def __init__(self, find: Callable[[UUID | None], EventRow | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self.setProperty("plain", True)  # noqa: FBT003 - Qt's signature
        self.number = labels.ElidedText(font=theme.small_font(), tone="muted")
        self.state = Badge(lambda: state_badge(EventState.idea))
        head = QHBoxLayout()
        head.addWidget(self.number, 1)
        head.addWidget(self.state)
        self._facts = QGridLayout()
        self._facts.setContentsMargins(0, 0, 0, 0)
        self._facts.setHorizontalSpacing(0)
        self._facts.setVerticalSpacing(theme.GAP_TINY)
        self._facts.setColumnMinimumWidth(0, _LABELS)
        self._facts.setColumnStretch(1, 1)
        self._notices = QVBoxLayout()
        self._notices.setSpacing(theme.GAP_SMALL)
        self.notices: list[Notice] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, theme.GAP_ROW)
        column.setSpacing(theme.GAP_ROW)
        column.addLayout(head)
        column.addLayout(self._facts)
        column.addLayout(self._notices)
        column.addStretch(1)

    def show_event(self, row: EventRow) -> None:
        """Show what is known at once; facts and conflicts follow."""
        kind = label(row.kind, current())
        self.number.setText(_("{number} · {kind}").format(number=row.number, kind=kind))
        self.state.show_look(lambda: state_badge(row.state))
        self._fill([(_("When"), words.times(row)), (_("Place"), row.place)])
        self.show_findings(())

    def show_detail(self, detail: EventDetail) -> None:
        """Show the facts."""
        self._fill(list(_facts(detail)))

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show the open conflicts, the gravest first."""
        for notice in self.notices:
            self._notices.removeWidget(notice)
            notice.hide()
            notice.deleteLater()
        self.notices = [self._notice(finding) for finding in findings if not finding.accepted]
        for notice in self.notices:
            self._notices.addWidget(notice)

    def _notice(self, finding: Finding) -> Notice:
        from domain.usecases import repairs

        language = current()
        headline = language.text(finding.msgid, finding.params)
        detail = language.text(finding.detail, finding.detail_params) if finding.detail else ""
        notice = Notice(_TONES[finding.grade], headline, detail)
        for repair in [each for each in finding.repairs if repairs.can_apply(each)][:_MOST_REPAIRS]:
            full = language.text(repair.msgid, repair.params)
            button = notice.add_repair(words.way_out(repair, self._find(repair.event_id)) or full, repair.effect)
            button.setToolTip(full)
            button.setAccessibleDescription(", ".join(part for part in (full, repair.effect) if part))
            button.clicked.connect(lambda _checked=False, way=repair: self._on_repair(way))
        return notice

    def _on_repair(self, repair: Repair) -> None:
        self.repair_asked.emit(repair)

    def _fill(self, facts: Sequence[tuple[str, str]]) -> None:
        while (item := self._facts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        top = Qt.AlignmentFlag.AlignTop
        for line, (name, value) in enumerate((name, value) for name, value in facts if value):
            self._facts.addWidget(labels.Text(name, tone="muted"), line, 0, top)
            self._facts.addWidget(labels.Text(value, wrap=True), line, 1, top)


def _facts(detail: EventDetail) -> Iterator[tuple[str, str]]:
    draft, row, names = detail.draft, detail.row, detail.names
    language = current()
    when = words.times(row)
    if draft.set_up_minutes:
        when = _("{times}, set-up {minutes}").format(times=when, minutes=language.duration(draft.set_up_minutes))
    yield _("When"), when
    yield _("Place"), ", ".join(part for part in (row.place, draft.room) if part)
    yield _("Vehicle"), names.get(draft.vehicle_id, "") if draft.vehicle_id else ""
    yield _("Equipment"), ", ".join(names[each] for each in draft.equipment_ids if each in names)
    yield _("Host"), names.get(draft.host_id, draft.host_name) if draft.host_id else draft.host_name
    groups = ", ".join(names[each] for each in draft.target_group_ids if each in names)
    expected = "" if draft.expected is None else language.number(draft.expected)
    yield _("Expected"), " ".join(part for part in (expected, groups) if part)
    people = dict.fromkeys(names[each.staff_id] for each in draft.assignments if each.staff_id in names)
    yield _("Team"), ", ".join(people)
