"""What guests of an event get, with whatever may be typed or pasted."""

from domain.documents.label_grid import BADGES_80X50, CARDS_A5
from domain.rows.guests import Guest
from domain.rows.published import PublishedEvent
from domain.rows.settings import OfficeSettings
from tests.domain.documents import guest_samples


def attendance_list(event: PublishedEvent, office: OfficeSettings, text: str, other: str) -> object:
    """A list of hostile institutions."""
    return guest_samples.attendance_list(event, institutions=(text, other, text), office=office)


def name_badges(event: PublishedEvent, office: OfficeSettings, text: str, other: str) -> object:
    """Badges of hostile people, on the smaller labels."""
    return guest_samples.name_badges(event, names=_people(text, other), office=office, grid=BADGES_80X50)


def table_signs(event: PublishedEvent, office: OfficeSettings, text: str, other: str) -> object:
    """Signs of those at a hostile event, or of hostile people."""
    names = () if len(text) % 2 else _people(text, other)
    return guest_samples.table_signs(event, names=names, office=office)


def feedback_card(event: PublishedEvent, office: OfficeSettings, text: str, _other: str) -> object:
    """Cards of a hostile event in both sizes."""
    grid = {"grid": CARDS_A5} if len(text) % 2 else {}
    return guest_samples.feedback_card(event, office=office, **grid)


def concern_card(event: PublishedEvent, office: OfficeSettings, _text: str, _other: str) -> object:
    """Cards of a hostile event."""
    return guest_samples.concern_card(event, office=office)


def attendance_certificate(event: PublishedEvent, office: OfficeSettings, text: str, other: str) -> object:
    """Certificates of hostile people."""
    return guest_samples.attendance_certificate(event, names=_people(text, other), office=office)


def label_test(_event: PublishedEvent, office: OfficeSettings, _text: str, _other: str) -> object:
    """The test page of a hostile office."""
    return guest_samples.label_test(office=office)


def _people(text: str, other: str) -> tuple[Guest, ...]:
    return Guest(text, other), Guest(other, text), Guest(text, "")


GUEST_HOSTILE = {
    made.__name__: made
    for made in (
        attendance_list,
        name_badges,
        table_signs,
        feedback_card,
        concern_card,
        attendance_certificate,
        label_test,
    )
}
