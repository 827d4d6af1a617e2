"""The pages in the order of the navigation; a page shows as soon as its module exists."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from domain.i18n import N_


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One line of the navigation; `target` is "module:Class", `group` puts a gap between two groups.

    `tables` are the journal's tables whose records the page opens.
    """

    id: str
    msgid: str
    icon: str
    group: int
    target: str
    tables: tuple[str, ...] = ()


PAGES: tuple[PageSpec, ...] = (
    PageSpec("overview", N_("Overview"), "home", 0, "gui.pages.overview.page:OverviewPage"),
    PageSpec("calendar", N_("Calendar"), "calendar", 0, "gui.pages.calendar.page:CalendarPage"),
    PageSpec("requests", N_("Requests"), "inbox", 0, "gui.pages.requests.page:RequestsPage", ("request",)),
    PageSpec("events", N_("Events"), "list", 1, "gui.pages.events.page:EventsPage", ("event",)),
    PageSpec("tours", N_("Tours"), "route", 1, "gui.pages.tours.page:ToursPage", ("tour",)),
    PageSpec("dialogues", N_("Dialogues"), "speech", 1, "gui.pages.dialogues.page:DialoguesPage"),
    PageSpec("lectures", N_("Lectures"), "lectern", 1, "gui.pages.lectures.page:LecturesPage", ("offer",)),
    PageSpec("councils", N_("Councils"), "table", 1, "gui.pages.councils.page:CouncilsPage"),
    PageSpec("concerns", N_("Concerns"), "flag", 2, "gui.pages.concerns.page:ConcernsPage", ("concern",)),
    PageSpec("partners", N_("Partners"), "people", 2, "gui.pages.partners.page:PartnersPage", ("partner",)),
    PageSpec("sites", N_("Sites"), "pin", 2, "gui.pages.sites.page:SitesPage", ("site",)),
    PageSpec(
        "publications", N_("Publications"), "book", 2, "gui.pages.publications.page:PublicationsPage", ("publication",)
    ),
    PageSpec("handouts", N_("Handouts"), "document", 2, "gui.pages.handouts.page:HandoutsPage", ("handout_edition",)),
    PageSpec("projects", N_("Projects"), "folder", 2, "gui.pages.projects.page:ProjectsPage", ("project",)),
    PageSpec("coverage", N_("Coverage"), "hexagon", 3, "gui.pages.coverage.page:CoveragePage"),
    PageSpec("publishing", N_("Publishing"), "broadcast", 3, "gui.pages.publishing.page:PublishingPage", ("outlet",)),
    PageSpec("documents", N_("Documents"), "folder", 3, "gui.pages.documents.page:DocumentsPage"),
    PageSpec("evaluation", N_("Evaluation"), "chart", 3, "gui.pages.evaluation.page:EvaluationPage"),
    PageSpec("settings", N_("Settings"), "settings", 4, "gui.pages.settings.page:SettingsPage"),
)


@cache
def pages() -> tuple[PageSpec, ...]:
    """The pages that are there."""
    return tuple(spec for spec in PAGES if exists(spec.target))


def page_of_table(table: str) -> str:
    """The id of the page that opens records of a table, "" if none does."""
    return next((spec.id for spec in pages() if table in spec.tables), "")


def exists(target: str) -> bool:
    """Whether the module of "module:name" is there; it is not imported, only its packages are."""
    try:
        return find_spec(target.partition(":")[0]) is not None
    except ModuleNotFoundError:
        return False


def resolve(target: str) -> Callable[..., Any]:
    """The class or function that "module:name" names, imported now."""
    module, _colon, name = target.partition(":")
    found: Callable[..., Any] = getattr(import_module(module), name)
    return found
