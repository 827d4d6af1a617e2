"""What a person chose to export, and how it is written."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum, auto
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from domain.errors import Problem
from domain.i18n import N_, Language
from domain.rows.calendars import CalendarChoice
from domain.rows.filters import EventFilter, PartnerFilter
from domain.terms import Audience, CalendarContent, EventKind, TourShape
from gui.texts import _

if TYPE_CHECKING:
    from domain.workspace import Workspace


class What(StrEnum):
    """What can be exported."""

    calendar = auto()
    events = auto()
    partners = auto()


_TABLES = {"xlsx": N_("Excel"), "csv": N_("CSV"), "json": N_("JSON")}
FORMATS = _TABLES | {"html": N_("Web page"), "geojson": N_("Map")}
"""The formats of events by ending."""

PARTNER_FORMATS = _TABLES | {"vcf": N_("vCard")}
"""The formats for partners: address books read contacts."""


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """Everything chosen; `ending` is that of a table or of contacts and does not matter for a calendar.

    What follows `ending` is for calendars: `since` is the plan version from which changes count, `saved` a filter kept
    on the page of events, which the districts, kinds and days narrow, `is_split` asks for a file per event in a folder.
    """

    what: What = What.calendar
    audience: Audience = Audience.public
    kreise: tuple[str, ...] = ()
    kinds: tuple[EventKind, ...] = ()
    first: date | None = None
    last: date | None = None
    ending: str = "xlsx"
    content: CalendarContent = CalendarContent.complete
    since: int | None = None
    tours: TourShape = TourShape.stops
    person_id: UUID | None = None
    reminds: bool = False
    saved: EventFilter | None = None
    is_split: bool = False

    def problem(self) -> Problem | None:
        """Why nothing can be written so, None if it can."""
        if self.first and self.last and self.last < self.first:
            return Problem("last", N_("The last day lies before the first."))
        if self.content is not CalendarContent.complete and self.since is None:
            return Problem("since", N_("No plan version was released yet; so nothing can have changed since."))
        return None

    def calendar(self) -> CalendarChoice:
        """The choice as a calendar."""
        own = self.person_id if self.audience is Audience.internal else None
        return CalendarChoice(
            audience=self.audience,
            wanted=self.events(),
            content=CalendarContent.complete if own else self.content,
            since=None if own else self.since,
            tours=self.tours,
            person_id=own,
            reminds=self.reminds and own is not None,
        )

    def events(self) -> EventFilter:
        """The choice as a filter of events; only what has a date can go out."""
        saved = self.saved or EventFilter()
        return replace(
            saved,
            kinds=self.kinds or saved.kinds,
            kreise=self.kreise or saved.kreise,
            first=self.first or saved.first,
            last=self.last or saved.last,
            dated=True,
        )

    def partners(self) -> PartnerFilter:
        """The choice as a filter of partners."""
        return PartnerFilter(kreise=self.kreise, confirmed_only=self.audience is not Audience.internal)

    def file_name(self) -> str:
        """What the file could be called; the audience stands in it, so that nobody mixes two up."""
        names = {What.calendar: _("calendar"), What.events: _("events"), What.partners: _("partners")}
        audiences = {
            Audience.public: _("public"),
            Audience.partners: _("for partners"),
            Audience.internal: _("internal"),
        }
        contents = {CalendarContent.changes: _("changes"), CalendarContent.cancellations: _("cancellations")}
        is_calendar = self.what is What.calendar
        part = contents.get(self.content, "") if is_calendar else ""
        version = _("since-{number}").format(number=self.since) if part else ""
        name = "-".join(filter(None, (names[self.what], audiences[self.audience], part, version)))
        return f"{name}.{'ics' if is_calendar else self.ending}".replace(" ", "-")

    def file_kind(self) -> str:
        """The line in the file chooser."""
        if self.what is What.calendar:
            return _("Calendar (*.ics)")
        if self.ending == "vcf":
            return _("Contacts (*.vcf)")
        if self.ending == "html":
            return _("Web page (*.html)")
        if self.ending == "geojson":
            return _("Map (*.geojson)")
        return _("Table (*.{ending})").format(ending=self.ending)

    def write(self, workspace: "Workspace", path: Path, language: Language, seen: Callable[[int], None]) -> int:
        """Write the file; gives the number of events or partners in it.

        Raises:
            FileProblemError: the file cannot be written.
        """
        from domain import outgoing
        from domain.outgoing import calendars, web_page

        match self.what:
            case What.calendar if self.is_split:
                return calendars.export_each(workspace, path, self.calendar(), language, seen)
            case What.calendar:
                return calendars.export_calendar(workspace, path, self.calendar(), language, seen)
            case What.events if self.ending == "html":
                return web_page.export_page(
                    workspace, path, CalendarChoice(self.audience, self.events()), language, seen
                )
            case What.events:
                return outgoing.export_events(workspace, path, self.audience, self.events(), language, seen)
            case What.partners:
                return outgoing.export_partners(workspace, path, self.audience, self.partners(), language, seen)
