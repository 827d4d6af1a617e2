"""What a person chose to export, and how it is written."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from domain.errors import Problem
from domain.i18n import N_, Language
from domain.rows.calendars import CalendarChoice
from domain.rows.filters import EventFilter, PartnerFilter
from domain.terms import Audience, EventKind
from gui.texts import _

if TYPE_CHECKING:
    from domain.workspace import Workspace


class What(StrEnum):
    """What can be exported."""

    calendar = auto()
    events = auto()
    partners = auto()


FORMATS = {"xlsx": N_("Excel"), "csv": N_("CSV"), "json": N_("JSON")}
"""The table formats by ending."""

PARTNER_FORMATS = FORMATS | {"vcf": N_("vCard")}
"""The formats for partners: address books read contacts."""


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """Everything chosen; `ending` is that of a table or of contacts and does not matter for a calendar."""

    what: What = What.calendar
    audience: Audience = Audience.public
    kreise: tuple[str, ...] = ()
    kinds: tuple[EventKind, ...] = ()
    first: date | None = None
    last: date | None = None
    ending: str = "xlsx"

    def problem(self) -> Problem | None:
        """Why nothing can be written so, None if it can."""
        if self.first and self.last and self.last < self.first:
            return Problem("last", N_("The last day lies before the first."))
        return None

    def events(self) -> EventFilter:
        """The choice as a filter of events; only what has a date can go out."""
        return EventFilter(kinds=self.kinds, kreise=self.kreise, first=self.first, last=self.last, dated=True)

    def calendar(self) -> CalendarChoice:
        """The choice as one of a calendar."""
        return CalendarChoice(self.audience, self.events())

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
        ending = "ics" if self.what is What.calendar else self.ending
        return f"{names[self.what]}-{audiences[self.audience]}.{ending}".replace(" ", "-")

    def file_kind(self) -> str:
        """The line in the file chooser."""
        if self.what is What.calendar:
            return _("Calendar (*.ics)")
        if self.ending == "vcf":
            return _("Contacts (*.vcf)")
        return _("Table (*.{ending})").format(ending=self.ending)

    def write(self, workspace: "Workspace", path: Path, language: Language, seen: Callable[[int], None]) -> int:
        """Write the file; gives the number of events or partners in it.

        Raises:
            FileProblemError: the file cannot be written.
        """
        from domain import outgoing
        from domain.outgoing import calendars

        match self.what:
            case What.calendar:
                return calendars.export_calendar(workspace, path, self.calendar(), language, seen)
            case What.events:
                return outgoing.export_events(workspace, path, self.audience, self.events(), language, seen)
            case What.partners:
                return outgoing.export_partners(workspace, path, self.audience, self.partners(), language, seen)
