"""Returned request forms before they are compared: which files, and what each of them says."""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from domain.labels import label
from domain.rows.imports import FormLook
from domain.rows.requests import RequestDraft, Wish
from gui import theme
from gui.dialogs.import_wizard.words import field_name, remark_said, shown
from gui.models.table import Cell, Column, RowTableModel
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.badge import BadgeLook, hint_badge, plain_badge, warning_badge
from gui.widgets.card import Card
from gui.widgets.notice import Notice, Tone
from gui.widgets.table import TableView

_SIDE = 400
_LEFT_OUT = frozenset(("ags", "priority", "partner_id", "offer_id"))
"""Fields that no form says anything about, or that follow from others."""

_Line = tuple[int, FormLook]
"""A form by its place."""


class FormsView(QWidget):
    """The files at the left; at the right what the chosen one says and what could not be taken of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RowTableModel[_Line](_columns(), lambda line: UUID(int=line[0]), self)
        self.table = TableView(self.model, _("Returned forms"))
        self.table.set_two_lines()
        self.table.current_changed.connect(self._on_current)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.viewport().setAutoFillBackground(False)
        self.area.setAccessibleName(_("What the form says"))
        left, right = Card(_("Files")), Card(_("What the form says"))
        left.body.addWidget(self.table)
        right.body.addWidget(self.area)
        right.setFixedWidth(_SIDE)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        row.addWidget(left, 1)
        row.addWidget(right)
        self.hide()

    def show_forms(self, forms: Sequence[FormLook]) -> None:
        """Show these forms, the first one chosen."""
        self.model.set_rows(list(enumerate(forms)))
        if forms:
            self.table.select(UUID(int=0))
            self._show(forms[0])

    def _on_current(self, record: UUID | None) -> None:
        rows = self.model.rows()
        if record is not None and record.int < len(rows):
            self._show(rows[record.int][1])

    def _show(self, form: FormLook) -> None:
        content = _said(form)
        self.area.setWidget(content)
        content.setAutoFillBackground(False)


def _columns() -> list[Column[_Line]]:
    return [
        Column(_("Who is asking"), _name),
        Column(_("State"), lambda line: Cell(badge=_state(line[1])), width=184),
    ]


def _name(line: _Line) -> Cell:
    form = line[1]
    if form.draft is None:
        return Cell(form.name, second=current().text(*form.reason), is_first=True, tone="error")
    kind = label(form.draft.kind, current())
    topic = f"{kind}: {form.draft.topic}" if form.draft.topic else kind
    return Cell(form.name, second=topic, is_first=True)


def _state(form: FormLook) -> BadgeLook:
    if form.draft is None:
        return warning_badge(_("not readable"))
    if form.remarks or form.hints:
        return hint_badge(_("please check"), "hint")
    return plain_badge(_("readable"), "check")


def _said(form: FormLook) -> QWidget:
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
    column.setSpacing(theme.GAP_SMALL)
    if form.draft is None:
        column.addWidget(Notice(Tone.warning, _("This file cannot be taken"), current().text(*form.reason)))
        column.addStretch(1)
        return content
    faults = [remark_said(*remark) for remark in form.remarks]
    if faults:
        words = "\n".join(faults)
        column.addWidget(Notice(Tone.hint, _("Not understood; the words stand in the notes"), words))
    for hint in form.hints:
        column.addWidget(Notice(Tone.hint, _(hint)))
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.GAP_ROW)
    grid.setVerticalSpacing(theme.GAP_SMALL)
    grid.setColumnMinimumWidth(0, theme.FORM_LABEL_WIDTH)
    grid.setColumnStretch(1, 1)
    for line, (name, value) in enumerate(_facts(form.draft)):
        grid.addWidget(labels.Text(name, tone="muted", wrap=True), line, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(labels.Text(value, wrap=True), line, 1)
    column.addLayout(grid)
    column.addStretch(1)
    return content


def _facts(draft: RequestDraft) -> Iterator[tuple[str, str]]:
    """Name and value of everything that was filled in, in the order of the draft."""
    for each in fields(draft):
        value = getattr(draft, each.name)
        is_silent = value is False and each.name != "teacher_present"  # a box that was not ticked
        if each.name in _LEFT_OUT or value is None or value in ("", ()) or is_silent:
            continue
        if each.name == "wishes":
            for number, wish in enumerate(draft.wishes, 1):
                yield _("Wish {number}").format(number=number), wish_said(wish)
        else:
            yield field_name(each.name), shown(value)


def wish_said(wish: Wish) -> str:
    """A wished date in words: day or days, and from when to when."""
    days = f"{current().weekday_short(wish.first_day)} {current().day_range(wish.first_day, wish.last_day)}"
    start, end = _clock(wish.from_minute), _clock(wish.to_minute)
    if start and end:
        return f"{days}, {start}–{end}"
    if start:
        return _("{days}, from {time}").format(days=days, time=start)
    return _("{days}, until {time}").format(days=days, time=end) if end else days


def _clock(minute: int | None) -> str:
    return "" if minute is None else f"{minute // 60:02}:{minute % 60:02}"
