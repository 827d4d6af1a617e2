"""Documents on paper: every type by name, and `render`, which makes the bytes of a tagged PDF."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum, auto
from threading import Lock
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING

from domain.i18n import N_, Language
from domain.rules.workflow import DIALOGUE_KINDS, MEETING_KINDS
from domain.terms import DocumentPurpose, EventKind, LabelSheet, PaperSize

if TYPE_CHECKING:
    from domain.documents.inputs import DocumentInput
    from domain.documents.kit.page import Sheet
    from domain.documents.kit.theme import Theme


class Needs(StrEnum):
    """What a person must name for a document."""

    event = auto()
    tour = auto()
    site = auto()
    partner = auto()
    year = auto()
    kreis = auto()  # or an event in it
    snapshot = auto()
    handout = auto()
    nothing = auto()


_GROUPS = (*MEETING_KINDS, EventKind.training, EventKind.lecture, EventKind.information_event)
"""Kinds at which a known group of people sits down together."""
_TALKS = (*DIALOGUE_KINDS, EventKind.information_event, EventKind.mobile_stop, EventKind.lecture)
"""Kinds at which people are asked how safe they feel."""


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A kind of document: its name on the command line, English title (msgid), what it needs, who may see it.

    `kinds` are the kinds of event it is offered for (empty = all), `sizes` the sheets it can be set on, the usual one
    first (empty = it has one of its own), `takes_names` whether people type names for it, which are not stored,
    `takes_text` a text, `takes_partners` whom it goes to, `takes_since` a plan version that it is compared with.
    `purpose` is only said where it does not follow from the rest.
    """

    name: str
    title: str
    needs: Needs
    is_internal: bool
    kinds: tuple[EventKind, ...] = ()
    sizes: tuple[PaperSize | LabelSheet, ...] = ()
    takes_names: bool = False
    takes_text: bool = False
    takes_partners: bool = False
    takes_since: bool = False
    purpose: DocumentPurpose | None = None

    @property
    def group(self) -> DocumentPurpose:
        """What it is for."""
        if self.purpose is not None:
            return self.purpose
        if self.needs in {Needs.year, Needs.snapshot}:
            return DocumentPurpose.reports
        if self.needs is Needs.tour or self.takes_since:
            return DocumentPurpose.plan
        return DocumentPurpose.house if self.is_internal else DocumentPurpose.guests


DOCUMENTS: Mapping[str, DocumentType] = MappingProxyType(
    {
        document.name: document
        for document in (
            DocumentType("tour_sheet", N_("Tour sheet"), Needs.tour, is_internal=True),
            DocumentType("tour_overview", N_("Tour overview"), Needs.tour, is_internal=True),
            DocumentType("packing_list", N_("Packing list"), Needs.tour, is_internal=True),
            DocumentType("site_pass", N_("Site pass"), Needs.site, is_internal=True),
            DocumentType(
                "invitation",
                N_("Invitation to a citizen dialogue"),
                Needs.event,
                is_internal=False,
                kinds=(EventKind.citizen_dialogue,),
            ),
            DocumentType("programme", N_("Programme of an event"), Needs.event, is_internal=False, kinds=MEETING_KINDS),
            DocumentType("lecture_confirmation", N_("Confirmation to the host"), Needs.event, is_internal=False),
            DocumentType(
                "invitation_letter",
                N_("Letter of invitation"),
                Needs.event,
                is_internal=False,
                kinds=MEETING_KINDS,
            ),
            DocumentType("flyer", N_("Flyer"), Needs.event, is_internal=False),
            DocumentType("poster", N_("Poster"), Needs.event, is_internal=False, sizes=(PaperSize.a3, PaperSize.a4)),
            DocumentType(
                "lecture_handout",
                N_("Handout of a lecture"),
                Needs.event,
                is_internal=False,
                kinds=(EventKind.lecture,),
            ),
            DocumentType("handout", N_("Handout"), Needs.handout, is_internal=False),
            DocumentType("invitee_list", N_("List of the invited"), Needs.event, is_internal=True, kinds=MEETING_KINDS),
            DocumentType("attendance_list", N_("Attendance list"), Needs.event, is_internal=True, kinds=_GROUPS),
            DocumentType(
                "name_badges",
                N_("Name badges"),
                Needs.event,
                is_internal=False,
                kinds=_GROUPS,
                sizes=(LabelSheet.badge_90x54, LabelSheet.badge_80x50),
                takes_names=True,
            ),
            DocumentType(
                "table_signs", N_("Table signs"), Needs.event, is_internal=False, kinds=_GROUPS, takes_names=True
            ),
            DocumentType("briefing", N_("Briefing for an event"), Needs.event, is_internal=True),
            DocumentType("minutes", N_("Minutes of a meeting"), Needs.event, is_internal=True, kinds=MEETING_KINDS),
            DocumentType("event_packing_list", N_("Packing list of an event"), Needs.event, is_internal=True),
            DocumentType(
                "feedback_card",
                N_("Feedback card"),
                Needs.event,
                is_internal=False,
                kinds=_TALKS,
                sizes=(PaperSize.a6, PaperSize.a5),
            ),
            DocumentType(
                "concern_card",
                N_("Concern cards"),
                Needs.event,
                is_internal=False,
                kinds=(EventKind.citizen_dialogue,),
            ),
            DocumentType(
                "attendance_certificate",
                N_("Certificate of attendance"),
                Needs.event,
                is_internal=False,
                kinds=_GROUPS,
                takes_names=True,
            ),
            DocumentType("best_practice", N_("Profile of a good example"), Needs.event, is_internal=False),
            DocumentType("council_profile", N_("Profile of a council"), Needs.partner, is_internal=False),
            DocumentType(
                "change_letter",
                N_("Letter of changes of the plan"),
                Needs.nothing,
                is_internal=False,
                takes_partners=True,
                takes_since=True,
            ),
            DocumentType(
                "mail_merge",
                N_("Letter to several partners"),
                Needs.nothing,
                is_internal=True,
                takes_text=True,
                takes_partners=True,
                purpose=DocumentPurpose.guests,
            ),
            DocumentType("coverage_report", N_("Coverage report of a year"), Needs.year, is_internal=False),
            DocumentType("request_form", N_("Request form"), Needs.nothing, is_internal=False),
            DocumentType("result_sheet", N_("Result sheet on concerns"), Needs.kreis, is_internal=False),
            DocumentType(
                "district_calendar",
                N_("Half-year calendar of a district"),
                Needs.kreis,
                is_internal=False,
                purpose=DocumentPurpose.plan,
            ),
            DocumentType(
                "wall_calendar",
                N_("Wall calendar of a year"),
                Needs.year,
                is_internal=False,
                sizes=(PaperSize.a3, PaperSize.a4),
                purpose=DocumentPurpose.plan,
            ),
            DocumentType("annual_report", N_("Annual report"), Needs.year, is_internal=False),
            DocumentType("parliament_answer", N_("Answer to parliament"), Needs.snapshot, is_internal=False),
            DocumentType(
                "label_test",
                N_("Test page for labels"),
                Needs.nothing,
                is_internal=False,
                purpose=DocumentPurpose.house,
            ),
            DocumentType("reorder_list", N_("Reorder list of publications"), Needs.nothing, is_internal=True),
        )
    }
)
"""All document types by name, in the order in which a folder holds them."""

TRUE_SIZE = frozenset(
    {
        "attendance_certificate",
        "concern_card",
        "feedback_card",
        "flyer",
        "label_test",
        "name_badges",
        "poster",
        "table_signs",
        "wall_calendar",
    }
)
"""Documents whose measures are those of their paper: large print does not enlarge them."""

ONE_AT_A_TIME = Lock()
"""ReportLab's fonts keep what a document has used of them: two threads must not draw at the same time."""


def render(name: str, data: "DocumentInput", language: Language, *, theme: "Theme | None" = None) -> bytes:
    """The document `name` as the bytes of a tagged PDF (PDF/UA-1, PDF/A-2a); equal input gives equal bytes.

    Raises:
        KeyError: there is no document of that name.
        TypeError: `data` is not what the document is made from.
    """
    from domain.documents.kit.page import produce

    make, look = maker(name, data, language, theme)
    with ONE_AT_A_TIME:
        return produce(make, look)


def maker(
    name: str, data: "DocumentInput", language: Language, theme: "Theme | None" = None
) -> "tuple[Callable[[Theme], Sheet], Theme]":
    """What makes the sheet `name` in a theme, and the theme it is to be set in; raises as `render`."""
    from domain.documents.kit.theme import Theme, true_size

    module = _module_of(name, data)
    look = theme or Theme()
    if name in TRUE_SIZE:
        look = true_size(look)
    if hasattr(module, "paper"):
        look = module.paper(look, data)
    return lambda wanted: module.sheet(data, language, wanted), look


def code_of(name: str, data: "DocumentInput") -> str:
    """The short code that the document `name` made from `data` bears; the same code, the same content.

    Raises:
        KeyError: there is no document of that name.
        TypeError: `data` is not what the document is made from.
    """
    code: str = _module_of(name, data).code(data)
    return code


def _module_of(name: str, data: "DocumentInput") -> ModuleType:
    from importlib import import_module

    module = import_module(f"{__name__}.{DOCUMENTS[name].name}")
    if type(data).__module__ != module.__name__ and type(data) is not getattr(module, "MADE_FROM", None):
        raise TypeError(f"{name} is not made from {type(data).__name__}")
    return module
