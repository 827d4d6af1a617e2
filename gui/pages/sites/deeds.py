"""What can be done with sites: each deed one undo step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.errors import InvalidInputError
from domain.i18n import N_
from domain.rows.events import EventDraft
from domain.rows.partners import SiteDraft
from domain.rows.steps import Label
from domain.terms import EventKind, PlaceKind
from gui.pages.sites.form import SiteDialog
from gui.texts import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from gui.pages.sites.page import SitesPage


def enter(page: SitesPage) -> SiteDialog:
    """Ask for a new site and add it."""
    from domain.usecases import sites

    dialog = SiteDialog(_("New site"), SiteDraft(""), page.window())

    def save(draft: SiteDraft) -> None:
        label = Label(N_("Enter site {name}"), (("name", draft.name),))
        _store(page, dialog, lambda: page.show_record(page.desk.run(label, sites.create, draft)))

    dialog.saved.connect(save)
    dialog.open()
    return dialog


def edit(page: SitesPage) -> SiteDialog | None:
    """Ask for changes of the chosen site and keep them."""
    from domain.usecases import sites

    row = page.current()
    if row is None:
        return None
    dialog = SiteDialog(_("Edit site"), row.draft, page.window())

    def save(draft: SiteDraft) -> None:
        label = Label(N_("Change site {name}"), (("name", draft.name),))
        _store(page, dialog, lambda: page.desk.run(label, sites.change, row.id, draft, row.version))

    dialog.saved.connect(save)
    dialog.open()
    return dialog


def _store(page: SitesPage, dialog: SiteDialog, store: Callable[[], object]) -> None:
    try:
        store()
    except InvalidInputError as trouble:
        dialog.refuse(trouble)
        return
    dialog.accept()
    page.desk.tell(_("Saved"), undoable=True)


def remove(page: SitesPage, ids: Sequence[UUID]) -> None:
    """Delete sites; undo brings them back."""
    from domain.usecases import sites

    if ids:
        count = page.desk.run(Label(N_("Delete sites")), sites.delete, list(ids))
        words = ngettext("{count} site deleted", "{count} sites deleted", count).format(count=count)
        page.desk.tell(words, undoable=True)


def plan_event(page: SitesPage) -> None:
    """Make a stop at the chosen site, an idea without a date yet, and show it."""
    from domain.usecases import events

    row = page.current()
    if row is None:
        return
    draft = EventDraft(
        kind=EventKind.mobile_stop,
        title=", ".join(part for part in (row.town, row.name) if part),
        place_kind=PlaceKind.site,
        site_id=row.id,
        ags=row.ags,
    )
    event_id = page.desk.run(Label(N_("New event at {place}"), (("place", row.name),)), events.create, draft)
    page.asked_for.emit("events", event_id)
