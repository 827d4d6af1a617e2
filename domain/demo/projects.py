"""Sample projects: advice to offices and a regional crime analysis, with stages behind and ahead of today."""

from datetime import date, timedelta
from uuid import UUID

from domain.demo.neighbours import World
from domain.rows.filters import PartnerFilter
from domain.rows.partners import PartnerDraft
from domain.rows.projects import ProjectDraft, StageDraft
from domain.store.session import Session
from domain.terms import OfficeKind, PartnerCategory, ProjectKind
from domain.usecases import partners, projects

_WELCOME = (
    ("Auftakt mit der Amtsleitung", -150, -150),
    ("Befragung der Beschäftigten", -110, -104),
    ("Werkstatt: Wege und Wartezone", -60, -58),
    ("Leitfaden für das erste Gespräch", -4, None),
    ("Schulung der Teams", 40, None),
    ("Rückblick nach sechs Monaten", 200, None),
)
_SIGNS = (
    ("Begehung", -330, -328),
    ("Neue Beschilderung in fünf Sprachen", -280, -271),
    ("Rückblick", -190, -188),
)
_BIKES = (
    ("Fragestellung abgestimmt", -75, -75),
    ("Anonymisierter Auszug übergeben", -48, -45),
    ("Zwischenbericht", 25, None),
    ("Abgabe der Arbeit", 95, None),
    ("Vorstellung im Präventionsrat", 130, None),
)


_ADVICE = (
    ("15085", "Von der Ausländerbehörde zur Willkommensbehörde", _WELCOME, (-150, 200), ""),
    ("15003", "Willkommensbehörde: Wartezone und Beschilderung", _SIGNS, (-330, -188), "Schilder hängen."),
    ("15088", "Willkommensbehörde: Sprechzeiten ohne Schlange", (("Auftakt", 30, None),), (30, 240), ""),
)


def begin(session: Session, world: World) -> None:
    """Add four projects in every state a list shows."""
    today = session.today
    adviser = next(each.id for each in world.house.staff if not each.draft.confidential)
    for kreis_ags, title, stages, (first, last), result in _ADVICE:
        draft = ProjectDraft(
            kind=ProjectKind.advisory,
            title=title,
            kreis_ags=kreis_ags,
            partner_id=_office(session, kreis_ags),
            adviser_id=adviser,
            question="Wie finden Menschen, die neu im Land sind, schneller zur richtigen Stelle?",
            first_day=today + timedelta(days=first),
            last_day=today + timedelta(days=last),
            result=result,
            stages=_stages(stages, today),
        )
        projects.create(session, draft)
    projects.create(session, _analysis(session, today))


def _analysis(session: Session, today: date) -> ProjectDraft:
    university = PartnerDraft("Fachhochschule Polizei Sachsen-Anhalt", PartnerCategory.research, ags="15089015")
    return ProjectDraft(
        kind=ProjectKind.regional_analysis,
        title="Kriminologische Regionalanalyse: Fahrraddiebstahl an Bahnhöfen",
        kreis_ags="15089",
        university_id=partners.create(session, university),
        student="Bachelorarbeit, Matrikel 2024",
        student_until=today + timedelta(days=180),
        question="An welchen Bahnhöfen nehmen Anliegen und Maßnahmen zu Fahrrädern zu, und was wirkte?",
        first_day=today - timedelta(days=75),
        last_day=today + timedelta(days=130),
        stages=_stages(_BIKES, today),
    )


def _office(session: Session, kreis_ags: str) -> UUID | None:
    """The Ausländerbehörde of a Kreis, or another of its offices; None if the sample network has none."""
    rows = partners.list_rows(session, PartnerFilter(kreise=(kreis_ags,)))
    offices = sorted(
        (row for row in rows if row.office_kind), key=lambda row: row.office_kind is not OfficeKind.auslaenderbehoerde
    )
    return offices[0].id if offices else None


def _stages(lines: tuple[tuple[str, int, int | None], ...], today: date) -> tuple[StageDraft, ...]:
    return tuple(
        StageDraft(title, today + timedelta(days=due), None if done is None else today + timedelta(days=done))
        for title, due, done in lines
    )
