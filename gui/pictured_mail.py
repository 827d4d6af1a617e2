"""Pictures of what goes to partners and the public about one event: e-mail drafts and an announcement."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gui.pictured import settle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gui.desk import Desk
    from gui.shell import Shell


def mails(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """Drafts to the invited of a dialogue, each and all together; then the announcement of the next public event."""
    from domain.terms import EventState
    from domain.usecases import dialogues
    from gui.dialogs.announcement import open_announcement
    from gui.dialogs.mail import open_mail
    from gui.dialogs.mail_form import ALL

    rows = [row for row in desk.ask(dialogues.rows) if row.event.state is EventState.confirmed]
    row = max(rows, key=lambda each: each.seats.invited)
    dialog = open_mail(window, desk, row.event.id)
    settle(desk)
    yield "mail-drafts", dialog
    dialog.form.way.set_value(ALL)
    dialog.form.changed.emit()
    settle(desk)
    yield "mail-drafts-joint", dialog
    dialog.close()
    announced = open_announcement(window, desk, row.event.id)
    if announced is not None:
        settle(desk)
        yield "announcement", announced
        announced.close()
