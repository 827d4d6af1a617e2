"""Events, office and site that the sample documents share: invented institutions, no real persons."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from io import BytesIO
from uuid import UUID

from domain.rows.events import EventRow
from domain.rows.published import InternalPart, PublishedEvent, PublishedPlace
from domain.rows.settings import OfficeSettings
from domain.terms import BERLIN, Audience, EventKind, EventState

STAND = datetime(2027, 4, 29, 7, 12, tzinfo=UTC)
DAY = date(2027, 5, 13)


def at(hour: int, minute: int = 0, day: date = DAY) -> datetime:
    """A time in Berlin on the sample day."""
    return datetime.combine(day, time(hour, minute), BERLIN)


def logo() -> bytes:
    """A small PNG with transparency."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGBA", (240, 80), (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle((2, 2, 78, 78), 16, fill=(11, 79, 108, 255))
    draw.rectangle((92, 22, 236, 34), fill=(224, 165, 38, 255))
    draw.rectangle((92, 46, 200, 58), fill=(11, 79, 108, 200))
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


OFFICE = OfficeSettings(
    name="Koordinierungsstelle Prävention",
    unit="Referat Öffentlichkeitsarbeit",
    street="Halberstädter Straße 1",
    postcode="39112",
    town="Magdeburg",
    phone="0391 000-0000",
    email="tour@example.org",
    website="praevention.example.org/tour",
    imprint="Herausgegeben vom Referat Öffentlichkeitsarbeit. Verantwortlich: die Leitung der Koordinierungsstelle.",
    logo=logo(),
)


def event_row(number: int, title: str, town: str, ags: str, kreis_ags: str, audience: str = "public") -> EventRow:
    """One event of an hour, the number-th of the day."""
    start = at(7, 30) + timedelta(minutes=80 * number)
    return EventRow(
        id=UUID(int=number + 1),
        number=f"2027-{number + 101:04d}",
        kind=EventKind.mobile_stop,
        state=EventState.confirmed,
        title=title,
        starts_at=start,
        ends_at=start + timedelta(minutes=45),
        all_day=False,
        first_day=None,
        last_day=None,
        ags=ags,
        kreis_ags=kreis_ags,
        town=town,
        place=f"Schulhof, {town}",
        audience=Audience(audience),
        uid=f"{number}@example.org",
        sequence=0,
        version=1,
    )


def published(row: EventRow, audience: Audience = Audience.internal, **changes: object) -> PublishedEvent:
    """The event as one audience sees it."""
    internal = InternalPart(
        notes="Schulleitung bittet um Aufbau vor der ersten Stunde.",
        people=("P. Muster, Leitung", "K. Beispiel, Technik"),
        expected=120,
        contacts=("Sekretariat, 03943 000-000",),
    )
    event = PublishedEvent(
        id=row.id,
        number=row.number,
        uid=row.uid,
        sequence=row.sequence,
        audience=audience,
        kind=row.kind,
        state=row.state,
        title=row.title,
        text="Jugendliche erleben am Simulator, was Ablenkung und Alkohol am Steuer anrichten.",
        all_day=row.all_day,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        first_day=row.first_day,
        last_day=row.last_day,
        place=PublishedPlace("Schulhof", "Westernstraße 1", "38855", row.town, row.ags, row.kreis_ags, "Harz"),
        host="Schule",
        office="Polizeirevier Harz",
        topics=("Verkehrssicherheit", "Sucht"),
        target_groups=("Klassen 10 bis 12",),
        languages=("de",),
        accessibility="",
        agenda="",
        partners=(),
        speakers=(),
        state_reason="",
        postponed_to=None,
        created_at=STAND,
        updated_at=STAND,
        internal=internal if audience is Audience.internal else None,
    )
    return replace(event, **changes)
