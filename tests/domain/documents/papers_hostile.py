"""Papers about an event, a tour and a year with any text wherever people may type it."""

from dataclasses import fields, replace

from domain.documents.briefing_past import Concerns
from domain.rows.concerns import ConcernRow
from domain.rows.published import PublishedEvent
from tests.domain.documents import samples


def hostile_event(audience: samples.Audience, text: str, other: str) -> PublishedEvent:
    event = samples.dialogue(audience)
    texts = {field.name: text for field in fields(event) if field.type in ("str", str)}
    texts["agenda"] = f"15:30 {text}\n16:00 {other}"
    place = replace(event.place, name=text, street=other, town=text, online_url=other, postcode="1", kreis=other)
    names = {"topics": (text, other), "partners": (other,), "speakers": (text,), "target_groups": (other, text)}
    changed = replace(event, **texts, **names, place=place)
    if event.internal is None:
        return changed
    inner = replace(
        event.internal, notes=other, security_remarks=text, people=(text,), room=other, contacts=(text, other)
    )
    return replace(changed, internal=inner)


def hostile_concern(row: ConcernRow, text: str, other: str) -> ConcernRow:
    draft = replace(row.draft, wording=text, public_text=other)
    return replace(row, draft=draft, number=other[:30], office=text, answer=other, public_answer=text)


def hostile_briefing(office: samples.OfficeSettings, text: str, other: str) -> object:
    event = hostile_event(samples.Audience.internal, text, other)
    sheet = samples.briefing()
    return replace(
        sheet,
        event=event,
        office=office,
        earlier=tuple(replace(row, title=text, place=other, town=other) for row in sheet.earlier),
        arrival=text,
        concerns=Concerns(
            tuple(hostile_concern(row, text, other) for row in sheet.concerns.waiting),
            tuple(hostile_concern(row, other, text) for row in sheet.concerns.answered),
        ),
        copies=tuple(replace(each, name=text, language=other) for each in sheet.copies),
        drive=replace(sheet.drive, start=text, vehicle=other),
    )


def hostile_overview(office: samples.OfficeSettings, text: str, other: str) -> object:
    sheet = samples.tour_overview(2, title=text, office=office)
    days = tuple(
        replace(
            day,
            vehicle=other,
            overnight=text,
            stops=tuple(replace(stop, event=replace(stop.event, title=other, place=text)) for stop in day.stops),
        )
        for day in sheet.days
    )
    return replace(sheet, days=days)


def hostile_district(office: samples.OfficeSettings, text: str, other: str) -> object:
    return samples.district_calendar(events=hostile_dates(text, other), office=office)


def hostile_wall(office: samples.OfficeSettings, text: str, other: str) -> object:
    return samples.wall_calendar(events=hostile_dates(text, other), office=office)


def hostile_dates(text: str, other: str) -> tuple[PublishedEvent, ...]:
    event = hostile_event(samples.Audience.public, text, other)
    return (event, replace(event, place=replace(event.place, town="")))


PAPERS = {
    "district_calendar": hostile_district,
    "wall_calendar": hostile_wall,
    "tour_overview": hostile_overview,
    "briefing": hostile_briefing,
}
