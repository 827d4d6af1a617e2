"""The settings: office, program, duty and travel, and the lists that forms pick from."""

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from domain.errors import InvalidInputError
from domain.i18n import N_
from domain.overriding import override
from domain.rows.settings import Settings
from gui import theme
from gui.page import Page
from gui.pages.settings import kinds
from gui.pages.settings.corrections import CorrectionList
from gui.pages.settings.duty_form import DutyForm
from gui.pages.settings.office_form import OfficeForm
from gui.pages.settings.program_form import ProgramForm
from gui.pages.settings.record_list import RecordList
from gui.pages.settings.templates import TemplateEditor
from gui.texts import _
from gui.widgets.form import Form
from gui.widgets.tabs import Tabs

_READING_WIDTH = 720


class SettingsPage(Page):
    """Each finished field is one undo step; a field that cannot be taken keeps what was typed and says why."""

    @override
    def _build(self) -> None:
        self.office = OfficeForm()
        self.program = ProgramForm()
        self.duty = DutyForm()
        self.corrections = CorrectionList(self.desk)
        self.templates = TemplateEditor(self.desk)
        self.lists: dict[str, RecordList] = {kind.id: RecordList(self.desk, kind) for kind in kinds.all_kinds()}
        self.tabs = Tabs(_("Settings"))
        self.tabs.add_tab(_("Office"), _sheet(self.office))
        self.tabs.add_tab(_("Program"), _sheet(self.program))
        self.tabs.add_tab(_("Duty and travel"), _sheet(self.duty, self.corrections))
        self.tabs.add_tab(_("Meetings"), _sheet(self.templates))
        for kind_id, records in self.lists.items():
            self.tabs.add_tab(_(kinds.TITLES[kind_id]), records)
        self.body.addWidget(self.tabs)
        for form in self._forms():
            form.edited.connect(self._on_edited)
        self.tabs.tab_changed.connect(lambda _index: self.head_changed.emit())

    @override
    def title(self) -> str:
        return _("Settings")

    @override
    def context(self) -> str:
        return str(self.desk.path.name)

    @override
    def refresh(self, tables: frozenset[str]) -> None:
        from domain.usecases import settings, vocabulary

        if tables & {"qualification", "*"}:
            self.duty.set_qualifications(self.desk.ask(vocabulary.qualifications))
        if tables & {"setting", "*"} and not self.has_draft():
            self._load(self.desk.ask(settings.load))
        self.corrections.refresh()
        if tables & {"setting", "*"}:
            self.templates.refresh()
        for index, records in enumerate(self.lists.values(), start=len(self._forms()) + 1):
            records.refresh()
            self.tabs.set_count(index, len(records.model.rows()))

    @override
    def first_focus(self) -> QWidget:
        return self.tabs.bar

    @override
    def has_draft(self) -> bool:
        return any(form.changed_attributes() for form in self._forms())

    def _forms(self) -> tuple[Form[Settings], ...]:
        return self.office, self.program, self.duty

    def _load(self, found: Settings) -> None:
        for form in self._forms():
            form.load(found)

    def _on_edited(self, draft: Settings) -> None:
        from domain.usecases import settings

        for form in self._forms():
            form.take(draft)
        try:
            self.desk.run(N_("Settings changed"), settings.save, draft)
        except InvalidInputError as trouble:
            for form in self._forms():
                form.show_problems(trouble.problems, focus=False)
            return
        self._load(draft)
        self.desk.tell(_("Saved"), undoable=True)


def _sheet(*parts: QWidget) -> QScrollArea:
    """Parts one below the other, no wider than reads well."""
    inner = QWidget()
    inner.setProperty("plain", True)  # noqa: FBT003 - Qt's signature
    column = QVBoxLayout(inner)
    column.setContentsMargins(theme.MARGIN, 20, theme.MARGIN, theme.MARGIN)
    column.setSpacing(theme.MARGIN)
    for part in parts:
        part.setMaximumWidth(_READING_WIDTH)
        column.addWidget(part)
    column.addStretch(1)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(inner)
    return area
