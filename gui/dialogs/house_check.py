"""„Was verlässt das Haus?“: a record beside what an audience gets of it, and each file that goes out about it."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from domain.errors import LandaufError
from domain.labels import label
from domain.overriding import override
from domain.rows.outgoing import Comparison, FieldFate, OutputFile
from domain.terms import Audience
from gui import theme
from gui.desk import Desk
from gui.dialogs.dialog import Dialog
from gui.dialogs.house_check_rows import Line, columns, lines
from gui.models.table import RowTableModel
from gui.preview.paper import Paper
from gui.texts import _, current, ngettext
from gui.widgets import labels
from gui.widgets.card import Card
from gui.widgets.choice import Segmented
from gui.widgets.combo import Combo
from gui.widgets.empty import EmptyState
from gui.widgets.notice import Notice, Tone
from gui.widgets.table import TableView
from gui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from domain.workspace import Workspace
    from gui.shell import Shell
    from gui.tasks import Ticket

_WIDTH, _HEIGHT, _SIDE = 1200, 700, 400
_KEYS = ("house-check", "house-check-file")
_LINES = 6


def open_dialog(window: "Shell") -> None:
    """The action's handler: the event in front of the window's page."""
    page = window.stack.current_page()
    choice = page.print_choice() if page is not None else None
    if window.desk is not None and choice is not None and choice.event_id is not None:
        open_house_check(window, window.desk, choice.event_id)
    elif window.desk is not None:
        window.desk.tell(_("Please choose an event first; then you see what of it leaves the house."))


def open_house_check(parent: QWidget, desk: Desk, event_id: UUID) -> "HouseCheck":
    """Open the comparison on an event, for the public first."""
    dialog = HouseCheck(desk, event_id, parent)
    dialog.open()
    return dialog


class HouseCheck(Dialog):
    """Fields left, internal beside outgoing, withheld ones struck through; the chosen file as it arrives right."""

    def __init__(self, desk: Desk, event_id: UUID, parent: QWidget | None = None) -> None:
        super().__init__(_("What leaves the house?"), _("Export …"), parent, cancel=_("Close"))
        self.resize(_WIDTH, _HEIGHT)
        self._desk, self._event_id = desk, event_id
        self.audience = Segmented([(each.value, label(each, current())) for each in Audience], name=_("Audience"))
        self.model = RowTableModel[Line](columns(), lambda line: line.id, self)
        self.table = TableView(self.model, _("Fields of the record"))
        self.table.set_empty(EmptyState("eye-off", _("Nothing to compare"), _("The event is no longer there.")))
        self.foot = labels.note("")
        self.hidden = Notice(Tone.warning, _("Nothing of this event goes out to this audience"))
        self.clean = Notice(Tone.done, _("Nothing internal in what goes out"))
        self.output = Combo(_("File that goes out"))
        self.text = TextArea(_("The file as it arrives"), _LINES)
        self.text.setReadOnly(True)
        self.text.setMaximumHeight(_HEIGHT)
        self.paper = Paper(desk.tasks)
        self._pages = QStackedWidget()
        self._build()
        self.audience.picked.connect(lambda _value: self._ask())
        self.output.activated.connect(self._ask_file)
        self.primary.clicked.connect(self._on_export)
        self._ask()
        desk.tasks.start(partial(_files, desk.workspace, event_id), self._on_files, key="house-check-files")

    def _build(self) -> None:
        left = self._card = Card(_("Record"))
        left.body.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.GAP, theme.GAP_SMALL, theme.GAP, theme.GAP_SMALL)
        foot.addWidget(self.foot)
        left.body.addLayout(foot)
        self._pages.addWidget(self.text)
        self._pages.addWidget(self.paper)
        side = QWidget()
        side.setFixedWidth(_SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_SMALL)
        column.addWidget(self.hidden)
        column.addWidget(self.clean)
        column.addWidget(labels.heading(_("As it arrives")))
        column.addWidget(self.output)
        column.addWidget(self._pages, 1)
        self.hidden.hide()
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(left, 1)
        row.addWidget(side)
        self.content.addWidget(self.audience)
        self.content.addLayout(row, 1)

    @override
    def done(self, result: int) -> None:
        for key in (*_KEYS, "house-check-files"):
            self._desk.tasks.cancel(key)
        self.paper.clear()
        super().done(result)

    def wanted(self) -> Audience:
        """For whom the comparison is."""
        return Audience(str(self.audience.value()))

    def _ask(self) -> None:
        work = partial(_compare, self._desk.workspace, self._event_id, self.wanted())
        self._desk.tasks.start(work, self._on_compared, key=_KEYS[0])
        self._ask_file()

    def _on_compared(self, found: Comparison | None) -> None:
        self.model.set_rows(lines(found) if found else ())
        if found is None:
            return
        self._card.set_title(found.title, found.number)
        counts = (
            ngettext("{count} unchanged", "{count} unchanged", found.count(FieldFate.same)),
            ngettext("{count} replaced", "{count} replaced", found.count(FieldFate.replaced)),
            ngettext("{count} withheld", "{count} withheld", found.count(FieldFate.withheld)),
        )
        fates = (FieldFate.same, FieldFate.replaced, FieldFate.withheld)
        told = (words.format(count=found.count(fate)) for words, fate in zip(counts, fates, strict=True))
        self.foot.setText(" · ".join(told))
        self.hidden.set_line(_(found.hidden_because) if found.hidden_because else "")
        self.hidden.setVisible(bool(found.hidden_because))
        is_clean = not found.hidden_because and self.wanted() is not Audience.internal
        self.clean.set_line(_("It is made of released fields only; it does not know what is struck through here."))
        self.clean.setVisible(is_clean)
        self.primary.setEnabled(not found.hidden_because)

    def _on_files(self, found: tuple[OutputFile, ...]) -> None:
        for file in found:
            self.output.add(file, _(file.msgid))
        self.output.setCurrentIndex(0)
        self._ask_file()

    def _ask_file(self) -> None:
        file = self.output.value()
        if isinstance(file, OutputFile):
            work = partial(_content, self._desk.workspace, file, self._event_id, self.wanted())
            self._desk.tasks.start(work, self._on_content, self._on_trouble, key=_KEYS[1])

    def _on_content(self, content: str | bytes) -> None:
        if isinstance(content, bytes):
            self.paper.show_document(content)
            self._pages.setCurrentWidget(self.paper)
        else:
            self.text.set_text(content or _("Nothing goes out."))
            self._pages.setCurrentWidget(self.text)

    def _on_trouble(self, error: LandaufError) -> None:
        self._on_content(current().error(error))

    def _on_export(self) -> None:
        from gui.dialogs.export import open_export

        parent, desk = self.parentWidget(), self._desk
        self.accept()
        if parent is not None:
            open_export(parent, desk)


def _compare(workspace: "Workspace", event_id: UUID, audience: Audience, _ticket: "Ticket") -> Comparison | None:
    from domain.usecases import outgoing_preview

    return workspace.ask(outgoing_preview.comparison, event_id, audience)


def _files(workspace: "Workspace", event_id: UUID, _ticket: "Ticket") -> tuple[OutputFile, ...]:
    from domain.usecases import outgoing_preview

    return workspace.ask(outgoing_preview.output_files, event_id)


def _content(
    workspace: "Workspace", file: OutputFile, event_id: UUID, audience: Audience, _ticket: "Ticket"
) -> str | bytes:
    from domain import outgoing
    from domain.outgoing.preview import text_of
    from domain.rows.printing import PrintChoice

    if file.document:
        return outgoing.document(workspace, file.document, PrintChoice(event_id=event_id), current())
    return text_of(workspace, file.name, event_id, audience, current())
