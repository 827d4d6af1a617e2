"""The page of publishing worth a picture: nothing yet, outlets in every state, trouble, and the form."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from gui.pictured import rest, settle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from domain.rows.outlets import OutletDraft
    from gui.desk import Desk
    from gui.pages.publishing.page import PublishingPage
    from gui.shell import Shell


def publishing(window: "Shell", desk: "Desk", folder: Path) -> Iterator[tuple[str, "QWidget"]]:
    """Without outlets, then each of four in a state of its own, and the forms; in the end without them again."""
    from domain.rows.steps import Label
    from domain.usecases import outlets
    from gui.pages.publishing import deeds
    from gui.pages.publishing.page import PublishingPage

    page = window.show_page("publishing")
    if not isinstance(page, PublishingPage):
        return
    rest(desk)
    yield "publishing-empty", window
    made = [desk.run(Label("Outlet"), outlets.add, draft) for draft in _drafts(folder)]
    rest(desk)
    for record in made[:2]:
        _publish(page, desk, record)
    _move_some(desk)
    for record in (made[0], made[2]):
        _publish(page, desk, record)
    for name, record in zip(("published", "waiting", "trouble", "server"), made, strict=True):
        page.show_record(record)
        rest(desk)
        yield f"publishing-{name}", window
    for name, record in (("server-form", made[3]), ("form", made[1])):
        page.show_record(record)
        rest(desk)
        form = deeds.edit(page)
        if form is not None:
            settle(desk)
            yield f"publishing-{name}", form
            form.close()
    page.watch.timer.stop()
    desk.run(Label("Outlets"), outlets.delete, made)
    rest(desk)


def _drafts(folder: Path) -> "tuple[OutletDraft, ...]":
    """A web space, a drive of the house, a drive that is not mounted, and a server that is switched off."""
    from domain.rows.outlets import OutletDraft
    from domain.terms import Audience, OutletKind

    web, house = folder / "webspace", folder / "laufwerk"
    for made in (web, house):
        made.mkdir(exist_ok=True)
    return (
        OutletDraft(
            "Webspace der Koordinierungsstelle", address=str(web), public_address="https://termine.example/lsa"
        ),
        OutletDraft("Laufwerk P: des Hauses", address=str(house), audience=Audience.internal, web_page=False),
        OutletDraft("Speicherstick der Partner", address=str(folder / "stick"), audience=Audience.partners),
        OutletDraft(
            "Kalenderserver",
            OutletKind.caldav,
            "https://kalender.example/dav/praevention/",
            user="praevention",
            is_active=False,
        ),
    )


def _publish(page: "PublishingPage", desk: "Desk", record: UUID) -> None:
    page.watch.publish((record,))
    rest(desk)


def _move_some(desk: "Desk") -> None:
    """Let some events be different from what was published."""
    from datetime import timedelta

    from domain.rows.filters import EventFilter
    from domain.rows.steps import Label
    from domain.usecases import event_rows, events

    rows = desk.ask(event_rows.list_rows, EventFilter(dated=True, first=desk.clock().date() + timedelta(days=20)))
    for row in rows[:12]:
        if row.start_day is not None:
            desk.run(Label("Move"), events.move, row.id, row.start_day + timedelta(days=1))
    rest(desk)
