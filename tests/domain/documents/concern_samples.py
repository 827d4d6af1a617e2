"""Realistic input for the result sheet."""

from dataclasses import replace
from datetime import date

from domain.documents.result_sheet import ResultSheet
from domain.rows.published_concerns import PublicConcern, PublicResults
from domain.terms import ConcernCategory, ConcernState, PlaceCategory
from tests.domain.documents.events import OFFICE, STAND

CONCERNS = (
    PublicConcern(
        "A-2027-0007",
        ConcernCategory.lighting,
        PlaceCategory.station,
        ConcernState.answered,
        "Unterführung am Bahnhof ist dunkel",
        "Die Leuchten werden bis Juni ersetzt.\nBis dahin geht abends eine Streife.",
    ),
    PublicConcern("A-2027-0008", ConcernCategory.noise, PlaceCategory.park, ConcernState.forwarded, "Lärm im Park"),
    PublicConcern("A-2027-0009", ConcernCategory.other, PlaceCategory.other, ConcernState.open),
    PublicConcern("A-2027-0010", ConcernCategory.youth, PlaceCategory.school, ConcernState.closed, "Treffpunkt fehlt"),
    PublicConcern("A-2027-0011", ConcernCategory.traffic, PlaceCategory.road, ConcernState.dropped, "Lkw zu schnell"),
    PublicConcern("A-2027-0012", ConcernCategory.drugs, PlaceCategory.centre, ConcernState.answered, "Alkohol"),
)


def result_sheet(**changes: object) -> ResultSheet:
    """What became of six concerns of a dialogue."""
    results = PublicResults(
        "15090", "Stendal", CONCERNS, "Sicher am Bahnhof Havelberg", date(2027, 3, 11), "Hansestadt Havelberg"
    )
    return replace(ResultSheet(results, OFFICE, STAND), **changes)
