"""What can be done with sites: each deed one undo step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from domain.errors import InvalidInputError, LandaufError
from domain.i18n import N_
from domain.rows.events import EventDraft
from domain.rows.partners import SiteDraft
from domain.rows.steps import Label
from domain.terms import EventKind, PlaceKind
from gui.pages.sites.form import SiteDialog
from gui.texts import _, current, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from uuid import UUID

    from domain.rows.pictures import Picture
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


def set_photo(page: SitesPage, path: Path) -> None:
    """Make a file the photo of the chosen site; it is read and made small beside the window's thread."""
    from domain.usecases import photos

    row = page.current()
    if row is None:
        return

    def keep(photo: Picture) -> None:
        label = Label(N_("Photo of site {name}"), (("name", row.name),))
        page.desk.run(label, photos.set_photo, row.id, photo, row.draft.photo_alt)
        page.desk.tell(_("Photo saved"), undoable=True)

    def refuse(trouble: LandaufError) -> None:
        page.desk.tell(current().error(trouble))

    page.desk.tasks.start(
        lambda _ticket: photos.read_photo(path), keep, refuse, key="site-photo", progress=_("Reading the picture")
    )


def describe_photo(page: SitesPage, words: str) -> None:
    """Keep what the photo of the chosen site shows."""
    from domain.usecases import sites

    row = page.current()
    if row is None:
        return
    draft = replace(row.draft, photo_alt=words)
    label = Label(N_("Change site {name}"), (("name", row.name),))
    try:
        page.desk.run(label, sites.change, row.id, draft, row.version)
    except InvalidInputError as trouble:
        page.desk.tell(current().error(trouble))


def remove_photo(page: SitesPage) -> None:
    """Take the photo from the chosen site; undo brings it back."""
    from domain.usecases import photos

    row = page.current()
    if row is not None:
        page.desk.run(Label(N_("Remove photo of site {name}"), (("name", row.name),)), photos.remove_photo, row.id)
        page.desk.tell(_("Photo removed"), undoable=True)
