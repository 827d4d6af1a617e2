"""The welcome window: sample data, a new file or an existing one; language and name of the office."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from domain import i18n
from domain.errors import LandaufError
from domain.overriding import override
from gui import drawn_icons, qt_texts, texts, theme
from gui.local_state import LocalState
from gui.tasks import TaskRunner
from gui.texts import _, current
from gui.welcome import beginning
from gui.welcome.choice_card import ChoiceCard
from gui.widgets import labels, paint
from gui.widgets.choice import Segmented
from gui.widgets.field import Field
from gui.widgets.problem_line import ProblemLine
from gui.widgets.progress_row import ProgressRow

if TYPE_CHECKING:
    from domain.terms import Clock
    from gui.shell import Shell

_SIZE = (900, 600)
_SIDE = 300
_LOGO = 72


class WelcomeWindow(QWidget):
    """Asks how to begin. `chosen` brings the path of a workspace and the passphrase of one that was just made."""

    chosen = Signal(object, str)  # Path, passphrase

    def __init__(self, local: LocalState, clock: "Clock", *, missing: str = "") -> None:
        super().__init__()
        self.local = local
        self._clock = clock
        self._missing = missing
        self.tasks = TaskRunner(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._fill("")

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.tasks.close()
        super().closeEvent(event)

    def say(self, words: str) -> None:
        """Show trouble below the ways to begin."""
        self.problem.show_words(words)

    def _fill(self, office: str) -> None:
        """Build everything in the language chosen, with what was typed as the name of the office."""
        self.setWindowTitle(_("Welcome to Landauf"))
        self.side = _Side(self.local.language)
        self.side.language.picked.connect(self._on_language)
        self._row.addWidget(self.side)
        self._body = QWidget()
        self._row.addWidget(self._body, 1)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(40, 36, 40, theme.MARGIN)
        column.setSpacing(theme.GAP_SMALL)
        column.addWidget(labels.title(_("What would you like to begin with?")))
        column.addSpacing(theme.GAP_SMALL)
        self._add_office(column, office)
        column.addSpacing(theme.GAP_ROW)
        self._add_ways(column)
        self.problem = ProblemLine()
        self.problem.show_words(_("{file} is not there any more.").format(file=self._missing) if self._missing else "")
        column.addWidget(self.problem)
        column.addStretch(1)
        self.progress = ProgressRow()
        self.progress.follow(self.tasks)
        column.addWidget(self.progress)

    def _add_office(self, column: QVBoxLayout, office: str) -> None:
        head = labels.section(_("Name of your office"))
        self.office = Field(office, leading="building", name=_("Name of your office"))
        self.office.setPlaceholderText(_("e.g. Polizeirevier Stendal, Prävention"))
        head.setBuddy(self.office)
        column.addWidget(head)
        column.addWidget(self.office)
        column.addWidget(
            labels.note(_("Stands on the documents of a new file. You can change it in the settings at any time."))
        )

    def _add_ways(self, column: QVBoxLayout) -> None:
        self.sample = ChoiceCard(
            "eye",
            _("Look at sample data"),
            _("A year with tours, dialogues and lectures to try everything on. People and events are invented."),
            is_primary=True,
        )
        self.new = ChoiceCard(
            "plus", _("New workspace file"), _("Begin empty; with a passphrase, if you like. You choose the place.")
        )
        self.open = ChoiceCard(
            "open", _("Open …"), _("A file that exists already, from this computer, a stick or a network drive.")
        )
        for card, act in ((self.sample, self._on_sample), (self.new, self._on_new), (self.open, self._on_open)):
            card.clicked.connect(act)
            column.addWidget(card)

    def _on_language(self, code: str) -> None:
        self.local.language = code
        texts.use(i18n.language(code))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            qt_texts.use(app, code)
        office = self.office.text()
        for part in (self.side, self._body):
            self._row.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._fill(office)
        self.side.language.chosen().setFocus()

    def _on_sample(self) -> None:
        self.say("")
        self.tasks.start(
            partial(beginning.make_sample, self._clock, self.local.language),
            self._on_made,
            self._on_failed,
            key="sample",
            progress=_("Making the sample data"),
        )

    def _on_made(self, path: Path) -> None:
        self._choose(path, "")

    def _on_failed(self, error: LandaufError) -> None:
        self.say(current().error(error))

    def _on_new(self) -> None:
        from gui.dialogs.new_file import NewFileDialog

        furnish = beginning.furnish(self.office.text(), self.local.language)
        dialog = NewFileDialog(self._clock, self, prepare=furnish)
        dialog.made.connect(self._choose)
        dialog.open()

    def _on_open(self) -> None:
        from gui.dialogs import file_menu

        file_menu.choose_workspace(self, self._on_made)

    def _choose(self, path: Path, passphrase: str) -> None:
        self.tasks.cancel("sample")
        self.chosen.emit(path, passphrase)
        self.close()


class _Side(QWidget):
    """The calm left part: logo, what Landauf is, that it needs no account, and the language."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.setFixedWidth(_SIDE)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP_WIDE, 40 + _LOGO + theme.MARGIN, theme.GAP_WIDE, theme.MARGIN)
        column.setSpacing(theme.GAP_SMALL)
        column.addWidget(labels.Text("Landauf", font=theme.title_font()))
        column.addWidget(
            labels.Text(_("Plan tours, dialogues and lectures – in the whole state, offline."), tone="muted", wrap=True)
        )
        column.addStretch(1)
        words = _("No account, no network: everything lies in one file on this computer.")
        column.addWidget(labels.note(words, wrap=True))
        column.addSpacing(theme.GAP_SMALL)
        self.language = Segmented([("de", "Deutsch"), ("en", "English")], name=_("Language"))
        self.language.set_value(code)
        column.addWidget(self.language, 0, Qt.AlignmentFlag.AlignLeft)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        with paint.painting(self) as painter:
            painter.fillRect(self.rect(), look.nav)
            painter.fillRect(self.width() - 1, 0, 1, self.height(), look.hairline)
            drawn_icons.draw(painter, "logo", QRectF(theme.GAP_WIDE - _LOGO * 0.12, 40, _LOGO, _LOGO), look.fill)


def open_again(window: "Shell") -> None:
    """Show the welcome window once more; what is chosen in it takes the place of the present file."""
    desk = window.desk
    if desk is None or desk.local is None:
        return
    welcome = WelcomeWindow(desk.local, desk.clock)
    welcome.setParent(window, Qt.WindowType.Dialog)
    welcome.setWindowModality(Qt.WindowModality.WindowModal)
    welcome.chosen.connect(lambda path, _passphrase: window.file_picked.emit(path))
    welcome.show()
