"""Calendars that leave the house: one file, or a part of the plan as bytes for whoever publishes it."""

import re
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from domain import __version__
from domain.i18n import Language
from domain.outgoing import SENT, Seen, expect_ending, make_folder, told, unseen
from domain.region.fold import sort_key
from domain.region.kreise import kreis as kreis_of
from domain.rows.calendars import CalendarChoice, CalendarItem, TourBar, TourStop
from domain.terms import BERLIN, Audience
from domain.workspace import Workspace

if TYPE_CHECKING:
    from domain.exchange.calendar_writer import CalendarMeta
    from domain.store.session import Session

_UNSAFE = re.compile(r"[^a-z0-9]+")
_LONGEST_TITLE = 60


def export_calendar(
    workspace: Workspace, out: Path, choice: CalendarChoice, language: Language, seen: Seen = unseen
) -> int:
    """Write a calendar file as chosen; returns the number of its entries.

    SEQUENCE of what moved since it last went out rises first. Unchanged content leaves the file untouched.

    Raises:
        UsageError: the name does not end in .ics, or the choice contradicts itself.
        NotFoundError: there is no such plan version or member of staff.
        FileProblemError: the file cannot be written.
    """
    from domain.exchange.files import write_file_if_changed

    expect_ending(out, ".ics")
    note(workspace, choice)

    def write(session: "Session") -> int:
        counts: list[int] = []
        write_file_if_changed(
            out, lambda stream: counts.append(write_feed(session, stream, choice, language, seen=seen))
        )
        return counts[0]

    return workspace.ask(write)


def export_each(
    workspace: Workspace, folder: Path, choice: CalendarChoice, language: Language, seen: Seen = unseen
) -> int:
    """Write a calendar file for every entry into a folder, which is made if it is not there; returns their number.

    A desktop calendar that gets several entries in one file makes a new calendar of them; alone they go into the one
    that is there. Unchanged files stay untouched, and so does what else lies in the folder.

    Raises:
        UsageError: the choice contradicts itself.
        NotFoundError: there is no such plan version or member of staff.
        FileProblemError: the folder or a file in it cannot be written.
    """
    from domain.exchange.calendar_event import EventWriter
    from domain.exchange.calendar_resource import resource
    from domain.exchange.files import write_file_if_changed
    from domain.usecases.calendar_feed import feed

    note(workspace, choice)
    make_folder(folder)

    def write(session: "Session") -> int:
        count = 0
        writer = EventWriter(language)
        for item in told(feed(session, choice), seen):
            content = resource(writer, item)
            if content:
                write_file_if_changed(folder / entry_name(item), partial(_put, content))
                count += 1
        return count

    return workspace.ask(write)


def _put(content: bytes, stream: BinaryIO) -> None:
    stream.write(content)


def entry_name(item: CalendarItem) -> str:
    """What the file of one entry is called: day, number and the first words of its title, safe on every system."""
    event = item.event if isinstance(item, TourStop) else item
    if isinstance(event, TourBar):
        day, number, title = event.days[0][0] if event.days else date.min, str(event.id)[-12:], " ".join(event.towns)
    else:
        moment = event.first_day if event.all_day else event.starts_at
        day = moment.astimezone(BERLIN).date() if isinstance(moment, datetime) else moment or date.min
        number, title = event.number, event.title
    words = _UNSAFE.sub("-", sort_key(title)).strip("-")[:_LONGEST_TITLE].rstrip("-")
    return "-".join(filter(None, (day.isoformat(), _UNSAFE.sub("-", number), words))) + ".ics"


def note(workspace: Workspace, choice: CalendarChoice) -> int:
    """Note that what is chosen goes out now, before it is written; returns how many events that are.

    Raises:
        UsageError: the choice contradicts itself.
        NotFoundError: there is no such plan version or member of staff.
    """
    from domain.usecases.calendar_feed import note_feed

    return workspace.run(SENT, note_feed, choice)


def write_feed(
    session: "Session",
    stream: BinaryIO,
    choice: CalendarChoice,
    language: Language,
    *,
    kreis: str | None = None,
    seen: Seen = unseen,
) -> int:
    """Write a calendar as chosen into a stream; returns the number of its entries.

    `kreis` (its key) puts a district into the name; the events are those of the choice alone. `note` has to come first.
    """
    from domain.exchange.calendar_writer import write_calendar
    from domain.usecases.calendar_feed import feed

    meta = calendar_meta(session, choice, language, kreis=kreis)
    return write_calendar(stream, meta, told(feed(session, choice), seen), language, reminds=choice.reminds)


def calendar_meta(
    session: "Session", choice: CalendarChoice, language: Language, *, kreis: str | None = None
) -> "CalendarMeta":
    """What a calendar says about itself: its name, and the office as organizer."""
    from domain.exchange.calendar_writer import CalendarMeta
    from domain.usecases import settings

    office = settings.load(session).office
    return CalendarMeta(
        name=calendar_name(choice.audience, language, kreis=kreis),
        organizer=office.name,
        organizer_email=office.email,
        version=__version__,
        source="",
    )


def calendar_name(audience: Audience, language: Language, *, kreis: str | None = None) -> str:
    """What a calendar for an audience is called, with the district (by key) it is for: "…: Salzwedel"."""
    _ = language.gettext
    names = {
        Audience.public: _("Prevention in Sachsen-Anhalt"),
        Audience.partners: _("Prevention in Sachsen-Anhalt, for partners"),
        Audience.internal: _("Prevention in Sachsen-Anhalt, internal"),
    }
    return names[audience] if kreis is None else f"{names[audience]}: {kreis_of(kreis).name}"
