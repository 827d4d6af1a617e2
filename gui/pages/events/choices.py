"""What the fields of an event can be chosen from, and names for what is shown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from domain.i18n import N_
from domain.rows.partners import PartnerRow
from gui.desk import Desk
from gui.texts import _

if TYPE_CHECKING:
    from domain.store.session import Session

LANGUAGES: tuple[tuple[str, str], ...] = (
    ("de", N_("German")),
    ("de-simple", N_("Leichte Sprache")),
    ("dgs", N_("German sign language")),
    ("en", N_("English")),
    ("ar", N_("Arabic")),
    ("fa", N_("Persian, Dari")),
    ("fr", N_("French")),
    ("pl", N_("Polish")),
    ("ru", N_("Russian")),
    ("tr", N_("Turkish")),
    ("uk", N_("Ukrainian")),
    ("vi", N_("Vietnamese")),
)
"""Language tags an event can have, by how often they are asked for here; others stay as they came."""

Named = tuple[tuple[UUID, str], ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """Ids and names of everything an event can point at, except partners, of which there are too many.

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
    confidential: frozenset[UUID] = frozenset()


def read_choices(session: "Session") -> Choices:
    """The choices as they stand in the file."""
    from domain.usecases import fleet, people, sites, vocabulary

    staff = people.list_rows(session)
    usable = {row.id for row in vocabulary.topics(session, session.today)}
    topics = vocabulary.topics(session)
    return Choices(
        topics=tuple((row.id, row.name) for row in topics if row.id in usable),
        past_topics=tuple(
            (row.id, _("{name} (not in use)").format(name=row.name)) for row in topics if row.id not in usable
        ),
        groups=tuple((row.id, row.name) for row in vocabulary.target_groups(session)),
        equipment=tuple((row.id, row.name) for row in fleet.equipment(session)),
        vehicles=tuple((row.id, row.draft.name) for row in fleet.list_rows(session)),
        sites=tuple(
            (row.id, ", ".join(part for part in (row.town, row.name) if part)) for row in sites.list_rows(session)
        ),
        staff=tuple((row.id, row.draft.name) for row in staff),
        qualifications=tuple((row.id, row.name) for row in vocabulary.qualifications(session)),
        confidential=frozenset(row.id for row in staff if row.draft.confidential),
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


class PartnerFinder:
    """Finds partners for the fields of a form, beside the GUI thread."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._on_done: Callable[[Sequence[PartnerRow]], None] | None = None

    def find(self, text: str, on_done: Callable[[Sequence[PartnerRow]], None]) -> None:
        """Bring the partners whose name or town contains `text` to `on_done`; only the newest call is answered."""
        from domain.usecases import partners

        self._on_done = on_done
        self._desk.ask_later(self._on_found, partners.suggest, text)

    def _on_found(self, rows: list[PartnerRow]) -> None:
        if self._on_done is not None:
            self._on_done(rows)


def language_words() -> dict[object, str]:
    """The languages by tag, in the window's language."""
    return {tag: _(name) for tag, name in LANGUAGES}
