"""What the fields of an event can be chosen from, and names for what is shown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from domain.labels.languages import LANGUAGES, language_name
from domain.rows.events import EventDraft, HandOut
from domain.rows.partners import PartnerRow
from domain.rows.publications import PublicationDraft
from domain.terms import PartnerCategory
from gui.desk import Desk
from gui.texts import _, current

if TYPE_CHECKING:
    from domain.store.session import Session

_OFFERED = 20
"""Partners offered while typing."""

Named = tuple[tuple[UUID, str], ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """Ids and names of everything an event can point at, except partners, of which there are too many.

    `road_topics` are the topics about road safety.
    `past_topics` are shown where an event has them, but not offered anew; names of `confidential` people stay inside.
    """

    topics: Named = ()
    past_topics: Named = ()
    groups: Named = ()
    equipment: Named = ()
    vehicles: Named = ()
    sites: Named = ()
    staff: Named = ()
    qualifications: Named = ()
    road_topics: frozenset[UUID] = frozenset()
    confidential: frozenset[UUID] = frozenset()
    publications: Named = ()
    offers: Named = ()


def read_choices(session: "Session") -> Choices:
    """The choices as they stand in the file."""
    from domain.usecases import catalogue, fleet, measure_counts, people, publications, sites, vocabulary

    staff = people.list_rows(session)
    usable = {row.id for row in vocabulary.topics(session, session.today)}
    topics = vocabulary.topics(session)
    return Choices(
        topics=tuple((row.id, row.name) for row in topics if row.id in usable),
        past_topics=tuple(
            (row.id, _("{name} (not in use)").format(name=row.name)) for row in topics if row.id not in usable
        ),
        road_topics=measure_counts.road_topics(session),
        groups=tuple((row.id, row.name) for row in vocabulary.target_groups(session)),
        equipment=tuple((row.id, row.name) for row in fleet.equipment(session)),
        vehicles=tuple((row.id, row.draft.name) for row in fleet.list_rows(session)),
        sites=tuple(
            (row.id, ", ".join(part for part in (row.town, row.name) if part)) for row in sites.list_rows(session)
        ),
        staff=tuple((row.id, row.draft.name) for row in staff),
        qualifications=tuple((row.id, row.name) for row in vocabulary.qualifications(session)),
        confidential=frozenset(row.id for row in staff if row.draft.confidential),
        publications=tuple((row.id, edition_words(row.draft)) for row in publications.list_rows(session)),
        offers=tuple(
            (key, _("{name} (not in use)").format(name=title) if is_past else title)
            for key, title, is_past in catalogue.titles(session)
        ),
    )


class Names:
    """Names for ids: known ones at once, others are looked up."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._known: dict[UUID, str] = {}

    def learn(self, names: dict[UUID, str]) -> None:
        """Remember names that came with an event; newer ones win."""
        self._known.update(names)

    def of(self, record: UUID) -> str:
        """The name of a record, "" if it is gone."""
        from domain.usecases import names

        if record not in self._known:
            self._known.update(self._desk.ask(names.of_ids, [record]))
        return self._known.get(record, "")

    def contacts_of(self, partner: UUID) -> Named:
        """The people on record at a partner, by role and name."""
        from domain.usecases import partners

        rows = self._desk.ask(partners.detail, partner).contacts
        return tuple((row.id, ", ".join(filter(None, (row.draft.role, row.draft.name)))) for row in rows)

    def material_for(self, draft: EventDraft) -> tuple[HandOut, ...]:
        """What a draft's offer, topics and languages suggest to take along."""
        from domain.usecases import publication_rows

        return self._desk.ask(publication_rows.suggestions, draft)


class PartnerFinder:
    """Finds partners, of some categories or of all, for the fields of a form, beside the GUI thread."""

    def __init__(self, desk: Desk, categories: tuple[PartnerCategory, ...] = ()) -> None:
        self._desk = desk
        self._categories = categories
        self._on_done: Callable[[Sequence[PartnerRow]], None] | None = None

    def find(self, text: str, on_done: Callable[[Sequence[PartnerRow]], None]) -> None:
        """Bring the partners whose name or town contains `text` to `on_done`; only the newest call is answered."""
        from domain.usecases import partners

        self._on_done = on_done
        self._desk.ask_later(self._on_found, partners.suggest, text, _OFFERED, self._categories)

    def _on_found(self, rows: list[PartnerRow]) -> None:
        if self._on_done is not None:
            self._on_done(rows)


def edition_words(draft: PublicationDraft) -> str:
    """Title and edition of a publication, and its language unless it is German."""
    return draft.name if draft.language == "de" else f"{draft.name} ({language_name(draft.language, current())})"


def language_words() -> dict[object, str]:
    """The languages by tag, in the window's language."""
    return {tag: _(name) for tag, name in LANGUAGES}
