"""Events as a table, for one audience."""

from datetime import date, datetime

from domain.exchange.columns import Column
from domain.i18n import N_
from domain.rows.published import InternalPart, MeasureFacts, PublishedEvent
from domain.terms import Audience

EventColumn = Column[PublishedEvent]
_NOTHING = InternalPart()


def event_columns(audience: Audience) -> tuple[EventColumn, ...]:
    """The columns of a table of events; those with internal facts only for the house."""
    return _COLUMNS + (_INTERNAL if audience is Audience.internal else ())


def _start(event: PublishedEvent) -> date | datetime | None:
    return event.first_day if event.all_day else event.starts_at


def _end(event: PublishedEvent) -> date | datetime | None:
    return event.last_day if event.all_day else event.ends_at


def _inside(event: PublishedEvent) -> InternalPart:
    return event.internal or _NOTHING


def _facts(event: PublishedEvent) -> MeasureFacts:
    return _inside(event).facts


def _offices(event: PublishedEvent) -> tuple[str, ...]:
    """Each office with its number, as far as it is known."""
    return tuple(
        name if participants is None else f"{name}: {participants}" for name, participants in _facts(event).offices
    )


_COLUMNS: tuple[EventColumn, ...] = (
    Column("id", N_("Key"), lambda event: str(event.id), for_programs=True),
    Column("number", N_("Number"), lambda event: event.number, 11),
    Column("kind", N_("Kind"), lambda event: event.kind, 20),
    Column("state", N_("Status"), lambda event: event.state, 12),
    Column("title", N_("Title"), lambda event: event.title, 40),
    Column("starts_at", N_("Start"), _start, 16),
    Column("ends_at", N_("End"), _end, 16),
    Column("all_day", N_("All day"), lambda event: event.all_day, 9),
    Column("place", N_("Venue"), lambda event: event.place.name, 28),
    Column("street", N_("Street"), lambda event: event.place.street, 26),
    Column("postcode", N_("Postcode"), lambda event: event.place.postcode, 8),
    Column("town", N_("City or town"), lambda event: event.place.town, 22),
    Column("kreis", N_("District"), lambda event: event.place.kreis, 22),
    Column("ags", N_("Municipality key"), lambda event: event.place.ags, for_programs=True),
    Column("kreis_ags", N_("District key"), lambda event: event.place.kreis_ags, for_programs=True),
    Column("latitude", N_("Latitude"), lambda event: event.place.latitude, for_programs=True),
    Column("longitude", N_("Longitude"), lambda event: event.place.longitude, for_programs=True),
    Column("online_url", N_("Online address"), lambda event: event.place.online_url, 28),
    Column("host", N_("Host"), lambda event: event.host, 28),
    Column("office", N_("Responsible office"), lambda event: event.office, 28),
    Column("topics", N_("Topics"), lambda event: event.topics, 28),
    Column("target_groups", N_("Target groups"), lambda event: event.target_groups, 22),
    Column("speakers", N_("Taking part"), lambda event: event.speakers, 28),
    Column("partners", N_("Partners"), lambda event: event.partners, 28),
    Column("accessibility", N_("Accessibility"), lambda event: event.accessibility, 28),
    Column("text", N_("Description"), lambda event: event.text, 60),
    Column("agenda", N_("Agenda"), lambda event: event.agenda, 40),
    Column("postponed_to", N_("Postponed to"), lambda event: event.postponed_to, 12),
    Column("audience", N_("Audience"), lambda event: event.audience, for_programs=True),
    Column("languages", N_("Languages"), lambda event: event.languages, for_programs=True),
    Column("uid", N_("Calendar key"), lambda event: event.uid, for_programs=True),
    Column("sequence", N_("Sequence"), lambda event: event.sequence, for_programs=True),
)

_INTERNAL: tuple[EventColumn, ...] = (
    Column("state_reason", N_("Reason"), lambda event: event.state_reason, 28),
    Column("room", N_("Room"), lambda event: _inside(event).room, 16),
    Column("people", N_("People"), lambda event: _inside(event).people, 28),
    Column("contacts", N_("Contacts"), lambda event: _inside(event).contacts, 28),
    Column("expected", N_("Expected"), lambda event: _inside(event).expected, 10),
    Column("actual", N_("Came"), lambda event: _inside(event).actual, 10),
    Column("kilometres", N_("Kilometres"), lambda event: _inside(event).kilometres, 10),
    Column("press_expected", N_("Press expected"), lambda event: _inside(event).press_expected, 10),
    Column("notes", N_("Internal notes"), lambda event: _inside(event).notes, 40),
    Column("place_category", N_("Place category"), lambda event: _facts(event).place_category, 20),
    Column("advice_field", N_("Field of advice"), lambda event: _facts(event).advice_field, 24),
    Column("talks", N_("Talks"), lambda event: _facts(event).talks, 10),
    Column("talk_minutes", N_("Minutes of talks"), lambda event: _facts(event).talk_minutes, 10),
    Column("police_officers", N_("Police officers"), lambda event: _facts(event).police_officers, 10),
    Column("ordnungsamt_officers", N_("Ordnungsamt staff"), lambda event: _facts(event).ordnungsamt_officers, 10),
    Column("police_minutes", N_("Police minutes"), lambda event: _facts(event).police_minutes, 10),
    Column("ordnungsamt_minutes", N_("Ordnungsamt minutes"), lambda event: _facts(event).ordnungsamt_minutes, 10),
    Column("checks", N_("Checks"), lambda event: _facts(event).checks, 10),
    Column("focus", N_("Focus"), lambda event: _facts(event).focus, 28),
    Column("qualification", N_("Qualification gained"), lambda event: _facts(event).qualification, 24),
    Column("valid_months", N_("Valid for months"), lambda event: _facts(event).valid_months, 10),
    Column("offices", N_("Took part, by office"), _offices, 40),
    Column("occasion", N_("Occasion"), lambda event: _facts(event).occasion, 28),
    Column("stands", N_("Stands"), lambda event: _facts(event).stands, 28),
    Column("rain_plan", N_("If it rains"), lambda event: _facts(event).rain_plan, 28),
    Column("channel", N_("Channel"), lambda event: _facts(event).channel, 16),
    Column("channel_name", N_("Name of the channel"), lambda event: _facts(event).channel_name, 20),
    Column("about", N_("About the event"), lambda event: _facts(event).about, 28),
    Column("reach", N_("Reach"), lambda event: _facts(event).reach, 10),
    Column("cause", N_("Main accident cause"), lambda event: _facts(event).cause, 28),
    Column("black_spot", N_("Accident black spot"), lambda event: _facts(event).black_spot, 28),
    Column("security_remarks", N_("Security remarks"), lambda event: _inside(event).security_remarks, 40),
)
