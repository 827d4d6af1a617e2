"""The sample office: settings, vocabularies, people, vehicles and equipment."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from domain.demo import tables
from domain.rows.settings import OfficeSettings, Settings
from domain.rows.tours import Absence, HeldQualification, StaffDraft, VehicleDraft
from domain.store.session import Session
from domain.terms import AssignmentRole, EventKind
from domain.usecases import catalogue, catalogue_stock, fleet, people, settings, vocabulary


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the sample office and what they may do at an event."""

    id: UUID
    draft: StaffDraft
    roles: frozenset[str]

    def may_speak_on(self, qualifications: frozenset[UUID]) -> bool:
        """Whether the person holds every one of these qualifications."""
        return qualifications <= {held.qualification_id for held in self.draft.qualifications}

    def is_away(self, day: date) -> bool:
        """Whether the person is absent on that day."""
        return any(absence.first_day <= day <= absence.last_day for absence in self.draft.absences)


@dataclass(frozen=True, slots=True)
class Car:
    """A vehicle of the sample office."""

    id: UUID
    draft: VehicleDraft
    blocked: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class House:
    """What belongs to the office itself, by name; `needed` says which qualification a topic asks for.

    `offers` are those of the catalogue by kind and topic.
    """

    office: OfficeSettings
    topics: dict[str, UUID]
    needed: dict[str, UUID]
    groups: dict[str, UUID]
    qualifications: dict[str, UUID]
    equipment: dict[str, UUID]
    vehicles: dict[str, Car]
    staff: tuple[Person, ...]
    offers: dict[tuple[EventKind, str], UUID]

    def person(self, name: str) -> Person:
        """The person of that name."""
        return next(each for each in self.staff if each.draft.name == name)

    def offer_for(self, kind: EventKind, topics: list[str]) -> UUID | None:
        """The offer that an event of this kind on these topics carries out."""
        return next((self.offers[kind, topic] for topic in topics if (kind, topic) in self.offers), None)

    def qualifications_for(self, topics: list[str], role: str) -> frozenset[UUID]:
        """What a speaker or adviser on these topics must have learnt; other roles need nothing."""
        if role not in {AssignmentRole.speaker, AssignmentRole.adviser}:
            return frozenset()
        return frozenset(self.needed[topic] for topic in topics if topic in self.needed)


def furnish(session: Session) -> House:
    """Fill in settings, vocabularies, people and vehicles."""
    content = tables.document("house")
    office = OfficeSettings(**content["office"])
    author = f"{content['staff'][0]['name']}, {content['staff'][0]['office']}"
    settings.save(session, Settings(office=office, author=author))
    qualifications = {name: vocabulary.add_qualification(session, name) for name in content["qualifications"]}
    topics, needed = _topics(session, content["topic"], qualifications)
    groups = {name: vocabulary.add_target_group(session, name) for name in content["groups"]}
    catalogue_stock.take_stock(session)
    equipment = {name: fleet.add_equipment(session, name, count) for name, count in content["equipment"].items()}
    return House(
        office=office,
        topics=topics,
        needed=needed,
        groups=groups,
        qualifications=qualifications,
        equipment=equipment,
        vehicles={entry["name"]: _vehicle(session, dict(entry), equipment) for entry in content["vehicle"]},
        staff=tuple(_person(session, entry, qualifications) for entry in content["staff"]),
        offers={(row.draft.kind, row.topic): row.id for row in catalogue.list_rows(session)},
    )


def _topics(
    session: Session, entries: list[dict[str, Any]], qualifications: dict[str, UUID]
) -> tuple[dict[str, UUID], dict[str, UUID]]:
    topics: dict[str, UUID] = {}
    needed: dict[str, UUID] = {}
    for entry in entries:
        qualification = qualifications.get(entry.get("qualification", ""))
        topics[entry["name"]] = vocabulary.add_topic(
            session,
            entry["name"],
            area=entry["area"],
            valid_until=session.today - timedelta(days=entry["ended"]) if "ended" in entry else None,
            qualification_id=qualification,
        )
        if qualification is not None:
            needed[entry["name"]] = qualification
    return topics, needed


def _vehicle(session: Session, entry: dict[str, Any], equipment: dict[str, UUID]) -> Car:
    offset, length, purpose = entry.pop("workshop")
    carried = tuple(equipment[name] for name in entry.pop("equipment"))
    draft = VehicleDraft(**entry, equipment_ids=carried)
    vehicle_id = fleet.create(session, draft)
    first = session.today + timedelta(days=offset)
    blocked = tuple(first + timedelta(days=number) for number in range(length))
    fleet.book(session, first, blocked[-1], purpose, vehicle_id=vehicle_id)
    return Car(vehicle_id, draft, blocked)


def _person(session: Session, entry: dict[str, Any], qualifications: dict[str, UUID]) -> Person:
    absences = []
    for offset, length, reason in entry.get("absences", ()):
        first = session.today + timedelta(days=offset)
        absences.append(Absence(first, first + timedelta(days=length - 1), reason))
    draft = StaffDraft(
        name=entry["name"],
        office=entry["office"],
        phone="0391 000-2000",
        email="team@koordinierung.example",
        confidential=entry.get("confidential", False),
        capacity_per_month=entry.get("capacity"),
        qualifications=tuple(HeldQualification(qualifications[name]) for name in entry["qualifications"]),
        absences=tuple(absences),
    )
    return Person(people.create(session, draft), draft, frozenset(entry["roles"]))
