"""Letters, posters and flyers whose every text is hostile."""

from dataclasses import fields, replace

from domain.rows.letters import Addressee, ToldDate
from domain.rows.published import PublishedEvent
from domain.rows.settings import OfficeSettings
from domain.terms import Audience, EventState
from tests.domain.documents import samples


def hostile_public(audience: Audience, text: str, other: str) -> PublishedEvent:
    """An event every text of which is one of two."""
    event = samples.dialogue(audience)
    texts = {field.name: text for field in fields(event) if field.type in ("str", str)}
    place = replace(event.place, name=text, street=other, town=text, online_url=other, postcode="1", kreis=other)
    names = {"topics": (text, other), "partners": (other,), "speakers": (text,), "target_groups": (other, text)}
    return replace(event, **texts, **names, place=place)


def poster(office: OfficeSettings, text: str, other: str) -> object:
    """A poster of a cancelled event."""
    event = replace(hostile_public(Audience.public, text, other), state=EventState.cancelled)
    return samples.poster(event=event, office=office, calendar=text, url=other)


def flyer(office: OfficeSettings, text: str, other: str) -> object:
    """A flyer."""
    event = hostile_public(Audience.public, text, other)
    return samples.flyer(event=event, office=office, calendar=other, url=text)


def invitation_letter(office: OfficeSettings, text: str, other: str) -> object:
    """Letters to two."""
    event = hostile_public(Audience.partners, text, other)
    to = (Addressee(text, other, text, other, text), Addressee(other, text, other, text, other))
    return samples.invitation_letter(event=event, office=office, addressees=to, calendar=text, url=other)


def mail_merge(office: OfficeSettings, text: str, other: str) -> object:
    """Letters to two whose text and addresses are the same."""
    to = (Addressee(text, other, text, other, text), Addressee(other, text, other, text, other))
    typed = f"{text}\n\n{{salutation}} {other} {{institution}} {{town}} {{x}}\n\n- {text}\n\nAnlage: {other}; {text}"
    return samples.mail_merge(office=office, addressees=to, text=typed)


def change_letter(office: OfficeSettings, text: str, other: str) -> object:
    """A letter of changes."""
    sheet = samples.change_letter(office=office, kreis=other, addressees=(Addressee(text, other, text, other, other),))

    def at(told: ToldDate | None) -> ToldDate | None:
        return None if told is None else replace(told, place=other)

    changes = tuple(
        replace(each, title=text, number=other[:20], before=at(each.before), now=at(each.now)) for each in sheet.changes
    )
    return replace(sheet, changes=changes)


HOSTILE = {
    "poster": poster,
    "flyer": flyer,
    "invitation_letter": invitation_letter,
    "mail_merge": mail_merge,
    "change_letter": change_letter,
}
