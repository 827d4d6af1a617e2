"""The 1:1 tables with what only one kind of event has; columns mirror `domain.rows.events`."""

from datetime import date
from uuid import UUID

from sqlmodel import Field, SQLModel

from domain.model.columns import slug, uuid7
from domain.terms import AccidentCause, AdviceField, EventKind, OnlineChannel, Schulform


def _event_key() -> UUID:
    key: UUID = Field(primary_key=True, foreign_key="event.id", ondelete="CASCADE")
    return key


class LectureTable(SQLModel, table=True):
    """What only a lecture has."""

    __tablename__ = "event_lecture"

    event_id: UUID = _event_key()
    schulform: Schulform | None = Field(default=None, sa_type=slug(Schulform))
    school_grade: str = Field(default="", max_length=100)
    occasion: str = Field(default="", max_length=500)
    prior_knowledge: str = Field(default="", max_length=2_000)
    teacher_present: bool | None = Field(default=None)
    room_technique: str = Field(default="", max_length=2_000)
    speaker_office: str = Field(default="", max_length=300)
    neutrality_note: str = Field(default="", max_length=2_000)


class DialogueTable(SQLModel, table=True):
    """What citizen and expert dialogues have."""

    __tablename__ = "event_dialogue"

    event_id: UUID = _event_key()
    seats: int | None = Field(default=None, ge=0)
    moderation: str = Field(default="", max_length=300)
    agenda: str = Field(default="", max_length=20_000)
    invitation_until: date | None = Field(default=None)
    press_admitted: bool = Field(default=True)
    excluded_groups: str = Field(default="", max_length=2_000)


class ConsultationTable(SQLModel, table=True):
    """Counts of a consultation."""

    __tablename__ = "event_consultation"

    event_id: UUID = _event_key()
    advice_field: AdviceField | None = Field(default=None, sa_type=slug(AdviceField))
    talks: int | None = Field(default=None, ge=0)
    minutes: int | None = Field(default=None, ge=0)


class PatrolTable(SQLModel, table=True):
    """Headcounts and focus of a joint patrol."""

    __tablename__ = "event_patrol"

    event_id: UUID = _event_key()
    police_officers: int | None = Field(default=None, ge=0)
    ordnungsamt_officers: int | None = Field(default=None, ge=0)
    checks: int | None = Field(default=None, ge=0)
    focus: str = Field(default="", max_length=2_000)


class CouncilTable(SQLModel, table=True):
    """A council's session."""

    __tablename__ = "event_council"

    event_id: UUID = _event_key()
    session: str = Field(default="", max_length=100)
    agenda: str = Field(default="", max_length=20_000)


class TrainingTable(SQLModel, table=True):
    """A training's aims and what qualification it gives."""

    __tablename__ = "event_training"

    event_id: UUID = _event_key()
    aims: str = Field(default="", max_length=2_000)
    qualification_id: UUID | None = Field(default=None, foreign_key="qualification.id", ondelete="SET NULL")
    valid_months: int | None = Field(default=None, ge=1)


class TrainingOfficeTable(SQLModel, table=True):
    """How many people of one office took part in a training."""

    __tablename__ = "event_training_office"

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    event_id: UUID = Field(foreign_key="event.id", ondelete="CASCADE", index=True)
    partner_id: UUID | None = Field(default=None, foreign_key="partner.id", ondelete="SET NULL", index=True)
    words: str = Field(default="", max_length=300)
    participants: int | None = Field(default=None, ge=0)


class TrafficTable(SQLModel, table=True):
    """What accidents a road-safety measure is aimed at; a place only, never a case."""

    __tablename__ = "event_traffic"

    event_id: UUID = _event_key()
    cause: AccidentCause = Field(sa_type=slug(AccidentCause))
    black_spot: str = Field(default="", max_length=300)


class InformationTable(SQLModel, table=True):
    """An information event."""

    __tablename__ = "event_information"

    event_id: UUID = _event_key()
    occasion: str = Field(default="", max_length=500)
    stands: str = Field(default="", max_length=2_000)
    rain_plan: str = Field(default="", max_length=1_000)


class ExchangeTable(SQLModel, table=True):
    """How often an exchange should recur."""

    __tablename__ = "event_exchange"

    event_id: UUID = _event_key()
    interval_days: int | None = Field(default=None, ge=1)


class PracticeTable(SQLModel, table=True):
    """What the profile of a good example says; columns mirror `domain.rows.practice.PracticeProfile`."""

    __tablename__ = "event_practice"

    event_id: UUID = _event_key()
    aim: str = Field(default="", max_length=2_000)
    target_group: str = Field(default="", max_length=1_000)
    partners: str = Field(default="", max_length=1_000)
    measures: str = Field(default="", max_length=4_000)
    effort: str = Field(default="", max_length=1_000)
    result: str = Field(default="", max_length=2_000)
    tips: str = Field(default="", max_length=2_000)
    contact_office: str = Field(default="", max_length=500)


class OnlineTable(SQLModel, table=True):
    """An online contribution."""

    __tablename__ = "event_online"

    event_id: UUID = _event_key()
    channel: OnlineChannel | None = Field(default=None, sa_type=slug(OnlineChannel))
    about_id: UUID | None = Field(default=None, foreign_key="event.id", ondelete="SET NULL", index=True)
    text: str = Field(default="", max_length=20_000)
    alt_text: str = Field(default="", max_length=2_000)
    reach: int | None = Field(default=None, ge=0)
    channel_words: str = Field(default="", max_length=100)
    has_picture: bool = Field(default=False)


FACT_TABLES: dict[EventKind, type[SQLModel]] = {
    EventKind.lecture: LectureTable,
    EventKind.citizen_dialogue: DialogueTable,
    EventKind.expert_dialogue: DialogueTable,
    EventKind.information_event: InformationTable,
    EventKind.consultation: ConsultationTable,
    EventKind.joint_patrol: PatrolTable,
    EventKind.council_meeting: CouncilTable,
    EventKind.training: TrainingTable,
    EventKind.information_exchange: ExchangeTable,
    EventKind.online: OnlineTable,
}
"""Which table holds the facts of a kind; the other kinds have none."""
