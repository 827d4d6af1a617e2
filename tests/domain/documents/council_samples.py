"""Sample profiles of a council and a good example."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from domain.documents.best_practice import PracticeSheet
from domain.documents.council_profile import CouncilSheet
from domain.rows.practice import PracticeProfile
from domain.rows.published import PublishedEvent
from domain.rows.published_councils import PublishedCouncil, PublishedMember, PublishedResolution
from domain.terms import Audience, EventKind, EventState, MembershipRole
from tests.domain.documents.events import OFFICE, STAND, at, event_row, published

PROFILE = PracticeProfile(
    aim="Mit Anwohnerinnen und Anwohnern über das Sicherheitsgefühl sprechen und zeigen, was daraus wird.",
    target_group="Anwohnerinnen und Anwohner",
    partners="Stadt, Polizeirevier, Stadtteilverein",
    measures="Fünf Tische statt eines Podiums.\nJedes Anliegen bekam eine Nummer.",
    effort="Fünf Tischverantwortliche, ein Abend",
    result="64 Gäste, 47 Anliegen, davon 38 nach sechs Wochen beantwortet.",
    tips="Höchstens acht Personen je Tisch.\nAntworten mit Datum versprechen.",
    contact_office="Stadtverwaltung, Ordnungsamt",
)


def practice_sheet(event: PublishedEvent, **changes: object) -> PracticeSheet:
    """The profile of a citizen dialogue."""
    return replace(PracticeSheet(event, PROFILE, OFFICE, STAND, version=8), **changes)


def council_session(number: int, day: date, state: EventState = EventState.held) -> PublishedEvent:
    """A public session of the council."""
    row = replace(
        event_row(number, f"{number}. Sitzung", "Hansestadt Stendal", "15090535", "15090"),
        kind=EventKind.council_meeting,
        state=state,
        starts_at=at(16, 0, day),
        ends_at=at(18, 0, day),
    )
    return published(row, Audience.public, internal=None)


COUNCIL = PublishedCouncil(
    name="Kriminalpräventiver Rat Stendal",
    town="Hansestadt Stendal",
    kreis_ags="15090",
    interval_days=120,
    members=(
        PublishedMember(MembershipRole.chair, "Stadt Stendal, Ordnungsamt"),
        PublishedMember(MembershipRole.deputy, "Polizeirevier Stendal"),
        PublishedMember(MembershipRole.member, "Landkreis Stendal, Jugendamt"),
        PublishedMember(MembershipRole.member, ""),
        PublishedMember(MembershipRole.member, ""),
    ),
    sessions=(
        council_session(13, date(2027, 6, 10), EventState.confirmed),
        council_session(12, date(2027, 2, 9)),
    ),
    resolutions=(PublishedResolution(date(2027, 2, 9), "Die Unterführung wird beleuchtet.", "einstimmig"),),
)


def council_sheet(council: PublishedCouncil = COUNCIL, **changes: object) -> CouncilSheet:
    """The profile of the council."""
    return replace(CouncilSheet(council, OFFICE, STAND, version=8), **changes)


def long_council(words: str) -> PublishedCouncil:
    """A council of which there is far more than a page holds; every text is `words`."""
    members = tuple(PublishedMember(role, f"{words} {number}") for number in range(8) for role in MembershipRole)
    sessions = tuple(
        replace(council_session(number, date(2027, 2, 9)), id=UUID(int=number), title=words) for number in range(20)
    )
    resolutions = tuple(PublishedResolution(date(2027, 2, 9), words, words) for _number in range(20))
    return PublishedCouncil(words, words, "15090", 120, members, sessions, resolutions)
