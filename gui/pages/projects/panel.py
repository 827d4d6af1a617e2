"""What is known of one project, its stages to tick off, and what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from domain.labels import label
from domain.region.kreise import kreis
from domain.rows.projects import ProjectRow
from domain.terms import ProjectKind
from gui import theme
from gui.pages.requests.panel import facts_grid
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.badge import Badge, plain_badge
from gui.widgets.button import Button
from gui.widgets.card import Card, Line
from gui.widgets.choice import CheckBox

_SEPARATOR = " · "
_WORDS_AT = 24  # where the words of a check box begin


class ProjectPanel(Card):
    """The inspector of a project; empty until one is chosen."""

    edit_clicked = Signal()
    extract_clicked = Signal()
    stage_ticked = Signal(int)  # 1 is the first

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Project"), parent=parent)
        self.ticks: tuple[CheckBox, ...] = ()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setAccessibleName(_("What is known of the project"))
        self.body.addWidget(self._area, 1)
        self.body.addWidget(Line())
        self.edit = Button(_("Edit project"), icon="edit")
        self.extract = Button(_("Extract …"), icon="export", tip=_("Write the anonymised extract with its codebook"))
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, theme.GAP_ROW)
        foot.setSpacing(theme.GAP_SMALL)
        foot.addWidget(self.edit, 1)
        foot.addWidget(self.extract)
        self.body.addLayout(foot)
        self.edit.clicked.connect(self.edit_clicked)
        self.extract.clicked.connect(self.extract_clicked)
        self.show_project(None)

    def show_project(self, row: ProjectRow | None) -> None:
        """Show a project, or say that none is chosen."""
        self.edit.setVisible(row is not None)
        self.extract.setVisible(row is not None and row.draft.kind is ProjectKind.regional_analysis)
        content = self._facts(row) if row else self._nothing()
        self._area.setWidget(content)
        content.setAutoFillBackground(False)

    def focus_stage(self, position: int) -> None:
        """Bring the keyboard to a stage (1 is the first), after the stages were built anew."""
        if position <= len(self.ticks):
            self.ticks[position - 1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _nothing(self) -> QWidget:
        self.ticks = ()
        words = labels.note(_("Choose a project on the left."), wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setMargin(theme.MARGIN)
        return words

    def _facts(self, row: ProjectRow) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        column.setSpacing(theme.GAP_SMALL)
        column.addWidget(labels.Text(row.draft.title, font=theme.text_font(theme.SEMIBOLD), wrap=True))
        badges = QHBoxLayout()
        badges.setSpacing(theme.GAP_SMALL)
        badges.addWidget(Badge(lambda: plain_badge(label(row.draft.kind, current()))))
        badges.addWidget(Badge(lambda: plain_badge(label(row.state, current()))))
        badges.addStretch(1)
        column.addLayout(badges)
        column.addSpacing(theme.GAP_TINY)
        column.addLayout(facts_grid(_lines(row)))
        self.ticks = tuple(self._tick(row, position) for position in range(len(row.draft.stages)))
        if self.ticks:
            column.addSpacing(theme.GAP_SMALL)
            column.addWidget(labels.heading(_("Stages")))
            for tick in self.ticks:
                stage = QVBoxLayout()
                stage.setSpacing(0)
                stage.addWidget(tick)
                when = labels.note(tick.toolTip().rpartition(_SEPARATOR)[2])
                when.setIndent(_WORDS_AT)
                stage.addWidget(when)
                column.addLayout(stage)
        column.addStretch(1)
        return content

    def _tick(self, row: ProjectRow, position: int) -> CheckBox:
        stage, language = row.draft.stages[position], current()
        if stage.done_on:
            when = _("reached on {day}").format(day=language.day(stage.done_on))
        elif stage.due:
            when = _("due {day}").format(day=language.day(stage.due))
        else:
            when = _("no day")
        told = f"{stage.title}{_SEPARATOR}{when}"
        tick = CheckBox(stage.title, name=told)
        tick.setToolTip(told)
        tick.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        tick.setChecked(stage.done_on is not None)
        tick.clicked.connect(lambda: self.stage_ticked.emit(position + 1))
        return tick


def _lines(row: ProjectRow) -> list[tuple[str, str]]:
    """Name and value of everything that is filled in."""
    draft, language = row.draft, current()
    lines = [
        (_("District"), kreis(draft.kreis_ags).name if draft.kreis_ags else _("the whole state")),
        (_("Office advised"), row.partner),
        (_("Adviser"), row.adviser),
        (_("University"), row.university),
        (_("Student"), draft.student),
        (_("Name until"), language.day(draft.student_until) if draft.student_until else ""),
        (_("Period"), _period(row)),
        (_("Question"), draft.question),
        (_("Result"), draft.result),
        (_("Notes"), draft.notes),
    ]
    return [(name, value) for name, value in lines if value]


def _period(row: ProjectRow) -> str:
    first, last, language = row.draft.first_day, row.draft.last_day, current()
    if first and last:
        return language.day_range(first, last)
    if first:
        return _("since {day}").format(day=language.day(first))
    return _("until {day}").format(day=language.day(last)) if last else ""
