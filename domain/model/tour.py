"""Tours with their days and stops, vehicles, equipment and the people of the house."""

from datetime import date, time
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from domain.model.columns import Record, not_blank, slug, uuid7
from domain.terms import TourState


class Vehicle(Record, table=True):
    """A vehicle: where it lives, when it may be out (local times), what limits it has (minutes a day)."""

    __table_args__ = (not_blank("name"),)

    name: str = Field(max_length=200)
    depot_town: str = Field(default="", max_length=200)
    depot_postcode: str = Field(default="", max_length=10)
    depot_ags: str | None = Field(default=None, max_length=8)
    available_from: time = Field(default=time(6, 30))
    available_to: time = Field(default=time(19, 0))
    max_duty_minutes: int = Field(default=600, ge=0)
    max_drive_minutes: int = Field(default=240, ge=0)
    length_m: float | None = Field(default=None, ge=0)
    width_m: float | None = Field(default=None, ge=0)
    height_m: float | None = Field(default=None, ge=0)
    weight_kg: int | None = Field(default=None, ge=0)
    seats: int | None = Field(default=None, ge=0)
    power: str = Field(default="", max_length=200)
    licence_class: str = Field(default="", max_length=20)
    notes: str = Field(default="", max_length=20_000)
    cable_m: float | None = Field(default=None, ge=0)


class Equipment(Record, table=True):
    """A piece of equipment and how many there are."""

    __table_args__ = (not_blank("name"),)

    name: str = Field(max_length=200)
    quantity: int = Field(default=1, ge=0)


class VehicleEquipment(SQLModel, table=True):
    """What a vehicle carries."""

    __tablename__ = "vehicle_equipment"

    vehicle_id: UUID = Field(primary_key=True, foreign_key="vehicle.id", ondelete="CASCADE")
    equipment_id: UUID = Field(primary_key=True, foreign_key="equipment.id", ondelete="CASCADE", index=True)


class Booking(Record, table=True):
    """Days (inclusive) on which a vehicle or a piece of equipment is taken for something that is no event."""

    vehicle_id: UUID | None = Field(default=None, foreign_key="vehicle.id", ondelete="CASCADE", index=True)
    equipment_id: UUID | None = Field(default=None, foreign_key="equipment.id", ondelete="CASCADE", index=True)
    first_day: date
    last_day: date
    purpose: str = Field(default="", max_length=300)


class Staff(Record, table=True):
    """A person of the house; names marked confidential never leave it."""

    __table_args__ = (not_blank("name"),)

    name: str = Field(max_length=200)
    office: str = Field(default="", max_length=300)
    phone: str = Field(default="", max_length=100)
    email: str = Field(default="", max_length=300)
    confidential: bool = Field(default=False)
    capacity_per_month: int | None = Field(default=None, ge=0)
    notes: str = Field(default="", max_length=20_000)


class StaffAbsence(SQLModel, table=True):
    """Days (inclusive) on which a person is away; `uid` tells from which entry of a calendar file, "" = typed in."""

    __tablename__ = "staff_absence"

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    staff_id: UUID = Field(foreign_key="staff.id", ondelete="CASCADE", index=True)
    first_day: date
    last_day: date
    reason: str = Field(default="", max_length=300)
    uid: str = Field(default="", max_length=350)


class Qualification(Record, table=True):
    """Something a person must have learnt."""

    __table_args__ = (not_blank("name"),)

    name: str = Field(max_length=200)


class StaffQualification(SQLModel, table=True):
    """A qualification a person holds, valid until a day or without end."""

    __tablename__ = "staff_qualification"

    staff_id: UUID = Field(primary_key=True, foreign_key="staff.id", ondelete="CASCADE")
    qualification_id: UUID = Field(primary_key=True, foreign_key="qualification.id", ondelete="CASCADE", index=True)
    valid_until: date | None = Field(default=None)


class Tour(Record, table=True):
    """A round of days with one or more vehicles."""

    __table_args__ = (not_blank("title"),)

    title: str = Field(max_length=300)
    state: TourState = Field(default=TourState.draft, sa_type=slug(TourState))
    notes: str = Field(default="", max_length=20_000)


class TourDay(Record, table=True):
    """One vehicle on one day of a tour."""

    __tablename__ = "tour_day"
    __table_args__ = (UniqueConstraint("tour_id", "day", "vehicle_id"),)

    tour_id: UUID = Field(foreign_key="tour.id", ondelete="CASCADE", index=True)
    day: date = Field(index=True)
    vehicle_id: UUID = Field(foreign_key="vehicle.id", ondelete="CASCADE", index=True)
    overnight_ags: str | None = Field(default=None, max_length=8)
    notes: str = Field(default="", max_length=20_000)


class TourDayCrew(SQLModel, table=True):
    """Who rides along on a tour day."""

    __tablename__ = "tour_day_crew"

    tour_day_id: UUID = Field(primary_key=True, foreign_key="tour_day.id", ondelete="CASCADE")
    staff_id: UUID = Field(primary_key=True, foreign_key="staff.id", ondelete="CASCADE", index=True)


class Stop(SQLModel, table=True):
    """An event's place in a tour day; 1:1 with the event."""

    event_id: UUID = Field(primary_key=True, foreign_key="event.id", ondelete="CASCADE")
    tour_day_id: UUID = Field(foreign_key="tour_day.id", ondelete="CASCADE", index=True)
    position: int = Field(ge=1)
