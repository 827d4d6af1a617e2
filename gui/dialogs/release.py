"""The release dialog: what changed since the newest plan version, what to look at first, and the next number."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from domain.errors import LandaufError
from domain.labels import label
from domain.rows.releases import Change, ReleasePreview
from domain.terms import ChangeKind
from gui import icons, theme
from gui.desk import Desk
from gui.dialogs.dialog import Dialog
from gui.dialogs.release_words import change_badge, sheet_line, what, when
from gui.models.table import Cell, Column, RowTableModel
from gui.texts import _, current, ngettext
from gui.widgets import labels
from gui.widgets.badge import kreis_badge
from gui.widgets.card import Card
from gui.widgets.empty import EmptyState
from gui.widgets.notice import Notice, Tone
from gui.widgets.problem_line import ProblemLine
from gui.widgets.table import TableView
from gui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from domain.rows.findings import Finding
    from domain.rows.releases import ReleaseRow, SheetRow
    from domain.workspace import Workspace
    from gui.shell import Shell

_WIDTH, _HEIGHT = 960, 680
_SHOWN = 2
"""How many conflicts or sheets a notice names before it only counts."""


def open_dialog(window: "Shell") -> None:
    """The action's handler: the release dialog over the window's file."""
    if window.desk is not None:
        open_release(window, window.desk)


def open_release(parent: QWidget | None, desk: Desk) -> "ReleaseDialog":
    """Open the dialog; it reads what would be released in a pool thread."""
    dialog = ReleaseDialog(desk, parent)
    dialog.open()
    return dialog


class ReleaseDialog(Dialog):
    """Changes by day, grave conflicts, stale sheets, a note, and one button that freezes the plan."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Release plan"), _("Release"), parent)
        self.resize(_WIDTH, _HEIGHT)
        self._desk = desk
        self._again: tuple[SheetRow, ...] = ()
        self.since = labels.Text(tone="muted")
        self.card = Card(_("Changes"))
        self.changes = RowTableModel[Change](_columns(), lambda change: change.entry.event_id, self)
        self.table = TableView(self.changes, _("Changes"))
        self.conflicts = Notice(Tone.warning, "")
        self.stale = Notice(Tone.hint, "")
        self.again = self.stale.add_action(_("Print again …"), is_link=True)
        self.note = TextArea(_("What is new in this version"), 2)
        self.problem = ProblemLine()
        self._build()
        desk.changed.connect(self._ask)
        self._ask()

    def _build(self) -> None:
        self.table.set_two_lines()
        self.table.set_empty(
            EmptyState("check", _("Nothing has changed"), _("The plan is as the newest version has it."))
        )
        self.card.body.addWidget(self.table)
        self.content.addWidget(self.since)
        self.content.addWidget(self.card, 1)
        beside = QHBoxLayout()
        beside.setSpacing(theme.GAP)
        for notice in (self.conflicts, self.stale):
            notice.hide()
            beside.addWidget(notice, 1)
        self.content.addLayout(beside)
        self.again.clicked.connect(self._on_again)
        named = labels.note(_("What is new in this version"))
        named.setBuddy(self.note)
        self.content.addSpacing(theme.GAP_TINY)
        self.content.addWidget(named)
        self.content.addWidget(self.note)
        self.content.addWidget(self.problem)
        self.primary.setEnabled(False)
        self.primary.clicked.connect(self._on_release)

    def _ask(self, _tables: frozenset[str] = frozenset()) -> None:
        self._desk.tasks.start(partial(_preview, self._desk.workspace), self._on_preview, key="release-preview")

    def _on_preview(self, found: ReleasePreview) -> None:
        self.since.setText(_since(found))
        self.card.set_title(_("Changes"), _counts(found.changes))
        self.changes.set_rows(found.changes)
        self.primary.setText(_("Release version {number}").format(number=found.number))
        self.primary.setEnabled(bool(found.changes) or found.latest is None)
        self._again = tuple(sheet for sheet in found.stale if not sheet.is_gone)
        self.again.setVisible(bool(self._again))
        _tell(self.conflicts, _conflicts_head(len(found.conflicts)), found.conflicts, _finding_line)
        _tell(self.stale, _stale_head(len(found.stale)), found.stale, sheet_line)

    def _on_again(self) -> None:
        """Print the stale sheet anew; of several, one is chosen."""
        if len(self._again) == 1:
            self._print(self._again[0])
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for sheet in self._again:
            menu.addAction(sheet_line(sheet).replace("&", "&&")).triggered.connect(partial(self._print, sheet))
        menu.popup(self.again.mapToGlobal(self.again.rect().bottomLeft()))

    def _print(self, sheet: "SheetRow", _checked: object = None) -> None:
        from gui.dialogs.print_preview import open_print

        open_print(self, self._desk, sheet.document, sheet.choice)

    def _on_release(self) -> None:
        self.primary.setEnabled(False)
        work = partial(_release, self._desk.workspace, self.note.text())
        self._desk.tasks.start(work, self._on_released, self._on_refused, key="release")

    def _on_released(self, row: "ReleaseRow") -> None:
        self._desk.tell(_("Version {number} is released.").format(number=row.number))
        self.accept()

    def _on_refused(self, error: LandaufError) -> None:
        self.problem.show_words(current().error(error))
        self.primary.setEnabled(True)


def _columns() -> tuple[Column[Change], ...]:
    return (
        Column(_("Event"), _event),
        Column(_("When"), _when, 248),
        Column(_("District"), _district, 72, hide_below=720),
        Column(_("Change"), lambda change: Cell(badge=change_badge(change.kind)), 132),
    )


def _event(change: Change) -> Cell:
    entry = change.entry
    mark = theme.tokens().kinds[entry.kind].mark
    is_off = change.kind is ChangeKind.cancelled
    return Cell(
        entry.title,
        second=entry.place,
        icon=icons.KIND_ICONS[entry.kind],
        icon_colour=mark,
        is_first=True,
        is_struck=is_off,
        tone="muted" if is_off else "text",
    )


def _when(change: Change) -> Cell:
    return Cell(when(change.entry), second=what(change))


def _district(change: Change) -> Cell:
    ags = change.entry.kreis_ags
    return Cell(badge=kreis_badge(ags)) if ags else Cell()


def _since(found: ReleasePreview) -> str:
    if found.latest is None:
        return _("The first version freezes the plan as it stands; later ones tell only what differs from it.")
    sentence = _("Since version {number}, released on {moment} by {author}.")
    return sentence.format(
        number=found.latest.number,
        moment=current().moment(found.latest.released_at),
        author=found.latest.author or _("nobody named"),
    )


def _counts(changes: tuple[Change, ...]) -> str:
    """How many of each kind there are: 3 neu · 1 abgesagt."""
    counts = {kind: sum(change.kind is kind for change in changes) for kind in ChangeKind}
    return " · ".join(f"{count} {label(kind, current())}" for kind, count in counts.items() if count)


def _conflicts_head(count: int) -> str:
    words = ngettext("{count} grave conflict stands in the plan", "{count} grave conflicts stand in the plan", count)
    return words.format(count=count)


def _stale_head(count: int) -> str:
    return ngettext("{count} printed sheet is stale", "{count} printed sheets are stale", count).format(count=count)


def _finding_line(finding: "Finding") -> str:
    language = current()
    parts = (language.text(finding.msgid, finding.params), language.text(finding.detail, finding.detail_params))
    return ": ".join(part for part in parts if part)


def _tell(notice: Notice, headline: str, found: tuple[object, ...], line: Callable[..., str]) -> None:
    """Name the first few of what was found, and count the rest; without any, the notice is not there."""
    lines = [line(each) for each in found[:_SHOWN]]
    rest = len(found) - len(lines)
    if rest:
        lines.append(ngettext("and {count} more", "and {count} more", rest).format(count=rest))
    notice.show_words(headline, "\n".join(lines))
    notice.setVisible(bool(found))


def _preview(workspace: "Workspace", _ticket: object) -> ReleasePreview:
    from domain.usecases import release_preview

    return workspace.ask(release_preview.preview)


def _release(workspace: "Workspace", note: str, _ticket: object) -> "ReleaseRow":
    from domain.usecases import releases

    return workspace.run(releases.RELEASED, releases.release, note)
