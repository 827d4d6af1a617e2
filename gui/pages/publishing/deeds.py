"""What can be done with outlets; what is entered, changed or removed is one undo step each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.errors import LandaufError
from domain.i18n import N_
from domain.rows.outlets import OutletDraft
from domain.rows.steps import Label
from domain.terms import OutletKind
from gui.publishing_watch import watch_of
from gui.texts import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from domain.rows.outlets import OutletRow
    from gui.pages.publishing.form import OutletDialog
    from gui.pages.publishing.page import PublishingPage


def enter(page: PublishingPage) -> OutletDialog:
    """Ask for a new outlet and add it."""
    return _open_form(page, _("New outlet"), OutletDraft(), None)


def edit(page: PublishingPage) -> OutletDialog | None:
    """Ask for changes of the chosen outlet."""
    standing = page.chosen()
    return None if standing is None else _open_form(page, _("Edit outlet"), standing.row.draft, standing.row)


def _open_form(page: PublishingPage, title: str, draft: OutletDraft, row: OutletRow | None) -> OutletDialog:
    from domain.usecases import outlets
    from gui.pages.publishing.form import OutletDialog

    dialog = OutletDialog(title, draft, page.window())

    def save(fresh: OutletDraft) -> None:
        name = (("name", fresh.name),)
        try:
            if row is None:
                record = page.desk.run(Label(N_("Enter outlet {name}"), name), outlets.add, fresh)
            else:
                record = row.id
                page.desk.run(Label(N_("Change outlet {name}"), name), outlets.change, row.id, fresh, row.version)
            _keep_password(page, fresh, dialog.password)
        except LandaufError as trouble:
            dialog.refuse(trouble)
            return
        dialog.accept()
        page.desk.tell(_("Outlet saved"), undoable=True)
        page.show_record(record)

    dialog.saved.connect(save)
    dialog.open()
    return dialog


def _keep_password(page: PublishingPage, draft: OutletDraft, password: str) -> None:
    if draft.kind is OutletKind.caldav and draft.user and password:
        watch_of(page.desk).credentials.set(draft.address, draft.user, password)


def remove(page: PublishingPage, ids: Sequence[UUID]) -> None:
    """Remove outlets; what was published there stays, and undo brings them back."""
    from domain.usecases import outlets

    if ids:
        count = page.desk.run(Label(N_("Remove outlets")), outlets.delete, list(ids))
        words = ngettext("{count} outlet removed", "{count} outlets removed", count).format(count=count)
        page.desk.tell(words, undoable=True)


def write_anew(page: PublishingPage) -> None:
    """Forget what was written on the chosen outlet and publish everything there again."""
    from domain.usecases import outlets

    standing = page.chosen()
    if standing is not None:
        name = (("name", standing.row.draft.name),)
        page.desk.run(Label(N_("Forget what was written on outlet {name}"), name), outlets.forget, standing.row.id)
        watch_of(page.desk).publish((standing.row.id,))
