"""E-mail drafts to partners about an event: recipients, text, attachments, a look at the first one; nothing is sent."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.errors import LandaufError, NotFoundError
from domain.i18n import N_
from domain.overriding import override
from domain.rows.mail import CALENDAR, MailEnclosure, MailOrder, MailRecipient
from gui import theme
from gui.desk import Desk
from gui.dialogs import files, mail_work
from gui.dialogs.dialog import Dialog
from gui.dialogs.mail_form import MailForm
from gui.dialogs.mail_side import MailSide
from gui.texts import _, current, ngettext
from gui.widgets.choice import CheckBox

if TYPE_CHECKING:
    from domain.outgoing.mail import WrittenMails
    from gui.shell import Shell

_WIDTH, _HEIGHT, _FORM_WIDTH = 1120, 690, 400
_SAMPLE, _AROUND = "mail-sample", "mail-around"


def open_dialog(window: "Shell") -> None:
    """The action's handler: about the event in front of the window's page, else about the next one."""
    if window.desk is None:
        return
    page = window.stack.current_page()
    choice = page.print_choice() if page is not None else None
    open_mail(
        window, window.desk, choice.event_id if choice is not None else None, choice.partner_ids if choice else ()
    )


def open_mail(
    parent: QWidget, desk: Desk, event_id: UUID | None = None, partner_ids: tuple[UUID, ...] = ()
) -> "MailDialog":
    """Open the dialog about an event; without partners on those who are likely to be written to.

    Raises:
        NotFoundError: there is no event that partners may know of.
    """
    dialog = MailDialog(desk, event_id, partner_ids, parent)
    dialog.open()
    return dialog


class MailDialog(Dialog):
    """Words left, recipients, attachments and the first e-mail right; the drafts go into a folder that is asked for."""

    def __init__(
        self, desk: Desk, event_id: UUID | None, partner_ids: tuple[UUID, ...], parent: QWidget | None = None
    ) -> None:
        from domain.usecases import mail_recipients

        rows = desk.ask(mail_recipients.events_to_write_about, event_id)
        if not rows:
            raise NotFoundError(N_("There is no event yet that partners may know of."))
        super().__init__(_("E-mail drafts"), _("Write drafts …"), parent)
        self.resize(_WIDTH, _HEIGHT)
        self._desk = desk
        self._partners = partner_ids
        self._is_given = bool(partner_ids)
        self._reachable = 0
        self.form = MailForm()
        self.side = MailSide(mail_work.PartnerFinder(desk))
        self.logs = CheckBox(_("Note in the contact log"))
        self._build()
        today = desk.ask(lambda session: session.today)
        coming = next((row.id for row in rows if row.start_day is not None and row.start_day >= today), rows[-1].id)
        self.form.show_events(rows, event_id or coming)
        self._connect()
        self._on_event()

    def _build(self) -> None:
        self.form.setFixedWidth(_FORM_WIDTH)
        row = QHBoxLayout()
        row.setSpacing(theme.MARGIN)
        row.addWidget(self.form)
        row.addWidget(self.side, 1)
        self.content.addLayout(row, 1)
        self.buttons.insertWidget(0, self.logs)

    def _connect(self) -> None:
        self.form.event_picked.connect(self._on_picked_event)
        self.form.template_picked.connect(self._propose)
        self.form.changed.connect(self._on_words)
        self.side.changed.connect(self._ask_sample)
        self.side.added.connect(self._on_added)
        self.side.removed.connect(self._on_removed)
        self.primary.clicked.connect(lambda: files.choose_folder(self, _("Folder for the drafts"), self.write))

    @override
    def done(self, result: int) -> None:
        for key in (_SAMPLE, _AROUND):
            self._desk.tasks.cancel(key)
        super().done(result)

    def order(self) -> MailOrder | None:
        """What would be written; None without an event."""
        event_id = self.form.event_id()
        if event_id is None:
            return None
        return MailOrder(
            event_id,
            self._partners,
            self.form.chosen_template(),
            self.form.subject.text().strip(),
            self.form.text.text(),
            self.side.attached(),
            is_joint=self.form.is_joint,
        )

    def _on_picked_event(self) -> None:
        self.form.show_templates()
        self._on_event()

    def _on_event(self) -> None:
        from domain.usecases import mail_recipients

        event_id = self.form.event_id()
        if event_id is not None and not self._is_given:
            self._partners = self._desk.ask(mail_recipients.likely, event_id)
        self._propose()
        self._ask_around()

    def _propose(self) -> None:
        from domain.outgoing import mail

        event_id = self.form.event_id()
        if event_id is None:
            return
        try:
            words = mail.proposed(self._desk.workspace, event_id, self.form.chosen_template(), current())
        except LandaufError as trouble:
            self.side.show_trouble(current().error(trouble))
            return
        self.form.show_text(*words)
        self._ask_sample()

    def _on_words(self) -> None:
        self.side.show_way(is_joint=self.form.is_joint)
        self._ask_sample()

    def _on_added(self, partner: UUID) -> None:
        self._is_given = True
        if partner not in self._partners:
            self._partners = (*self._partners, partner)
            self._ask_around()

    def _on_removed(self, partners: tuple[UUID, ...]) -> None:
        self._is_given = True
        self._partners = tuple(each for each in self._partners if each not in partners)
        self._ask_around()

    def _ask_around(self) -> None:
        event_id = self.form.event_id()
        if event_id is not None:
            work = partial(mail_work.around, self._desk.workspace, event_id, self._partners)
            self._desk.tasks.start(work, self._on_around, self._on_trouble, key=_AROUND)

    def _on_around(self, found: tuple[tuple[MailRecipient, ...], tuple[MailEnclosure, ...]]) -> None:
        people, offered = found
        self._reachable = sum(1 for each in people if not each.problem)
        self.side.show_people(people)
        self.side.show_enclosures(offered, usual=(CALENDAR,))
        self.side.show_way(is_joint=self.form.is_joint)
        self._ask_sample()

    def _ask_sample(self) -> None:
        order = self.order()
        self.primary.setEnabled(order is not None)
        if order is not None:
            work = partial(mail_work.sample, self._desk.workspace, order)
            self._desk.tasks.start(work, self._on_sample, self._on_trouble, key=_SAMPLE)

    def _on_sample(self, found: mail_work.Sample) -> None:
        self.side.show_sample(found)
        self.primary.setEnabled(True)

    def _on_trouble(self, error: LandaufError) -> None:
        self.primary.setEnabled(False)
        self.side.show_trouble(current().error(error))

    def write(self, folder: Path) -> None:
        """Write the drafts beside the window's thread, then close and show them in the system's own program."""
        order = self.order()
        if order is None:
            return
        work = partial(mail_work.write, self._desk.workspace, folder, order, logs=self.logs.isChecked())
        self._desk.tasks.start(work, partial(_told, self._desk, folder), progress=_("Writing drafts"))
        self.accept()


def _told(desk: Desk, folder: Path, written: "WrittenMails") -> None:
    """Say how many there are; one draft opens in the mail program, several as their folder."""
    count = len(written.files)
    words = ngettext("{count} draft written", "{count} drafts written", count).format(count=current().number(count))
    if written.left_out:
        left = ngettext("{count} partner has no address", "{count} partners have no address", len(written.left_out))
        words = f"{words}; {left.format(count=current().number(len(written.left_out)))}"
    desk.tell(words)
    shown = written.files[0] if count == 1 else folder
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(shown)))
