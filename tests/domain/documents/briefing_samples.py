"""What a briefing tells of the past and of the way there: invented, without personal data."""

from datetime import date
from uuid import UUID

from domain.documents.briefing_past import Concerns
from domain.documents.briefing_place import Drive
from domain.region.travel import Leg
from domain.rows.concerns import ConcernDraft, ConcernRow
from domain.rows.coverage import CoverageRow
from domain.rules.packing import Copies
from domain.terms import ConcernCategory, ConcernState, EventKind
from tests.domain.documents.events import at

_RAISED = date(2026, 11, 12)


def concern(number: int, wording: str, state: ConcernState, **changes: object) -> ConcernRow:
    """The number-th concern of the dialogue in November."""
    draft = ConcernDraft(wording, kreis_ags="15090", raised_on=_RAISED, category=ConcernCategory.lighting)
    values: dict[str, object] = {"office": "Ordnungsamt Havelberg", **changes}
    return ConcernRow(UUID(int=700 + number), 1, f"A-2026-{number:04d}", state, draft, **values)


CONCERNS = Concerns(
    waiting=(
        concern(12, "Die Unterführung am Bahnhof ist abends dunkel.", ConcernState.forwarded),
        concern(14, "In der Pestalozzistraße wird zu schnell gefahren.", ConcernState.open, office=""),
    ),
    answered=(
        concern(
            9,
            "Am Spielplatz liegen Scherben.",
            ConcernState.answered,
            answer="Der Bauhof reinigt seit Februar zweimal in der Woche.",
            answered_on=date(2027, 2, 18),
        ),
    ),
)
COPIES = (
    Copies(UUID(int=1), "Sicher wohnen, 3. Auflage", 40),
    Copies(UUID(int=2), "Bezpieczne mieszkanie", 10, language="pl"),
)
COVERAGE = (
    CoverageRow("15090", EventKind.citizen_dialogue, "2027-H1", target=2, planned=1, held=0),
    CoverageRow("15090", EventKind.lecture, "2027-H1", target=4, planned=1, held=3),
)
DIALOGUES = (_RAISED, date(2026, 5, 7))
DRIVE = Drive("Magdeburg", Leg(85, 92.4), "Kleinbus", at(13, 20, date(2027, 5, 14)))
