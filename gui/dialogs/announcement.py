"""The text that announces a public event on a channel: proposed, counted, edited, copied or saved; nothing is sent."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.errors import LandaufError
from domain.rows.online import AnnouncedEvent
from domain.rules.post_length import measured
from domain.terms import OnlineChannel
from gui import theme
from gui.desk import Desk
from gui.dialogs import files
from gui.dialogs.dialog import Dialog
from gui.dialogs.print_fields import Named
from gui.texts import _, current, ngettext
from gui.widgets import labels
from gui.widgets.button import Button
from gui.widgets.combo import Combo
from gui.widgets.field import Field
from gui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from gui.shell import Shell

_WIDTH, _HEIGHT, _LINES = 640, 620, 12
_NO_CHANNEL = frozenset({OnlineChannel.video_call, OnlineChannel.other})


def open_dialog(window: "Shell") -> None:
    """The action's handler: about the event in front of the window's page."""
    page = window.stack.current_page()
    choice = page.print_choice() if page is not None else None
    if window.desk is not None and choice is not None and choice.event_id is not None:
        open_announcement(window, window.desk, choice.event_id)
    elif window.desk is not None:
        window.desk.tell(_("Please choose an event first."))


def open_announcement(parent: QWidget, desk: Desk, event_id: UUID) -> "AnnouncementDialog | None":
    """Open the dialog on an event that the public may see; of others the reason is told."""
    try:
        dialog = AnnouncementDialog(desk, event_id, parent)
    except LandaufError as trouble:
        desk.tell(current().error(trouble))
        return None
    dialog.open()
    return dialog


class AnnouncementDialog(Dialog):
    """The channel sets the limit; what was typed is replaced only when another channel or link asks for a new text.

    Raises:
        LandaufError: the public may not see the event.
    """

    def __init__(self, desk: Desk, event_id: UUID, parent: QWidget | None = None) -> None:
        self._desk, self._event_id = desk, event_id
        self._announced = self._made(OnlineChannel.mastodon, "")
        super().__init__(_("Announcement"), _("Copy text"), parent, cancel=_("Close"))
        self.resize(_WIDTH, _HEIGHT)
        self.channel = Combo(_("Channel"))
        for term in OnlineChannel:
            if term not in _NO_CHANNEL:
                self.channel.add_terms([term])
        self.channel.add(None, _("Press text"))
        self.link = Field(name=_("Link"))
        self.text = TextArea(_("Text"), _LINES)
        self.count = labels.note()
        self.alt = TextArea(_("Alternative text for a picture of it"), 3)
        self.copy_alt = Button(_("Copy alternative text"), icon="copy", is_small=True)
        self.save = self.add_button(_("Save as file …"), icon="save")
        self._build()
        self.channel.activated.connect(self.propose)
        self.link.editingFinished.connect(self._on_link)
        self.text.textChanged.connect(self._show_count)
        self.primary.clicked.connect(self._on_copy)
        self.copy_alt.clicked.connect(self._on_copy_alt)
        self.save.clicked.connect(self._on_save)
        self._show(self._announced)

    def _build(self) -> None:
        self.content.setSpacing(0)
        pair = QHBoxLayout()
        pair.setSpacing(theme.GAP)
        pair.addWidget(Named(_("Channel"), self.channel))
        pair.addWidget(Named(_("Link, at the end of the text"), self.link), 1)
        self.content.addLayout(pair)
        self.text.setMaximumHeight(_HEIGHT)
        self.content.addWidget(Named(_("Text"), self.text, self.count), 1)
        self.content.addWidget(Named(_("Alternative text for a picture of it"), self.alt))
        row = QHBoxLayout()
        row.addWidget(self.copy_alt)
        row.addStretch(1)
        self.content.addLayout(row)

    def wanted(self) -> OnlineChannel | None:
        """The channel that is chosen; None is the press, which sets no limit."""
        found = self.channel.value()
        return OnlineChannel(str(found)) if found is not None else None

    def propose(self, _index: int = 0) -> None:
        """Put in the text that fits the channel and the link; Ctrl+Z in the field brings back what stood there."""
        self._announced = self._made(self.wanted(), self.link.text().strip())
        self.text.selectAll()
        self.text.insertPlainText(self._announced.text)
        self._show_count()

    def _made(self, channel: OnlineChannel | None, link: str) -> AnnouncedEvent:
        from domain.usecases import online_posts

        return self._desk.ask(online_posts.announced, self._event_id, channel, link, current())

    def _show(self, announced: AnnouncedEvent) -> None:
        self.link.setText(announced.link)
        self.text.set_text(announced.text)
        self.alt.set_text(announced.alt_text)
        self._show_count()

    def _on_link(self) -> None:
        if self.link.text().strip() != self._announced.link:
            self.propose()

    def _show_count(self) -> None:
        found = measured(self.text.text(), self.wanted())
        number = current().number
        if found.limit is None:
            words = ngettext("{count} character", "{count} characters", found.length)
            told = words.format(count=number(found.length))
        else:
            told = _("{count} of {limit} characters").format(count=number(found.length), limit=number(found.limit))
        if found.excess:
            over = ngettext("{count} too many", "{count} too many", found.excess).format(count=number(found.excess))
            told = f"{told}, {over}"
        self.count.setText(told)
        self.count.set_tone("gold" if found.excess else "muted")

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.text())
        self._desk.tell(_("Text copied"))

    def _on_copy_alt(self) -> None:
        QGuiApplication.clipboard().setText(self.alt.text())
        self._desk.tell(_("Text copied"))

    def _on_save(self) -> None:
        from domain.outgoing.packs import file_stem

        name = f"{file_stem(self._announced.title)}.txt"
        files.save_as(self, _("Save text"), name, _("Text") + " (*.txt)", self.write)

    def write(self, path: Path) -> None:
        """Write the text as it stands."""
        from domain.outgoing.announcements import save_text

        words, text = _("Written to {file}").format(file=path.name), self.text.text()
        self._desk.tasks.start(lambda _ticket: save_text(path, text), partial(_told, self._desk, words))


def _told(desk: Desk, words: str, _nothing: None) -> None:
    desk.tell(words)
