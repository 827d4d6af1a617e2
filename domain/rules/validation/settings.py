"""Which settings can be taken."""

from collections.abc import Iterator

from domain.errors import Problem
from domain.i18n import AVAILABLE, N_
from domain.region.travel import TravelParameters
from domain.rows.settings import DutySettings, OfficeSettings, Settings
from domain.rules.validation import fields

THEMES = ("system", "light", "dark")
LOGO_BYTES_AT_MOST = 2_000_000
_OFFICE = {"name": 300, "unit": 300, "street": 200, "town": 200, "phone": 100, "imprint": 5_000}
_MINUTES_A_DAY = 1440
_LONGEST_LEAD_DAYS = 730
_IMAGE_STARTS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_TRAVEL_RANGES = {
    "road_factor": (1.0, 3.0),
    "minutes_factor": (0.1, 20.0),
    "exponent": (0.1, 2.0),
    "bus_factor": (0.5, 3.0),
    "round_to_minutes": (1, 60),
    "minimum_km": (0.1, 50.0),
}


def settings_problems(settings: Settings) -> list[Problem]:
    """Why the settings cannot be taken; fields are dotted ("office.email"); empty when they can."""
    problems = [
        *_inside("office", _office(settings.office)),
        *_inside("duty", _duty(settings.duty)),
        *_inside("travel", _travel(settings.travel)),
        *fields.text("author", settings.author, 200),
    ]
    if settings.language not in AVAILABLE:
        problems.append(Problem("language", N_("Please choose one of the languages.")))
    if settings.theme not in THEMES:
        problems.append(Problem("theme", N_("Please choose one of the themes.")))
    return problems


def _inside(part: str, problems: Iterator[Problem]) -> Iterator[Problem]:
    for problem in problems:
        yield Problem(f"{part}.{problem.field}", problem.msgid, problem.params)


def _office(office: OfficeSettings) -> Iterator[Problem]:
    yield from fields.texts(office, _OFFICE)
    yield from fields.postcode("postcode", office.postcode)
    yield from fields.email("email", office.email)
    yield from fields.web_address("website", office.website)
    if office.logo is not None and not office.logo.startswith(_IMAGE_STARTS):
        yield Problem("logo", N_("The logo must be a PNG or JPEG picture."))
    elif office.logo is not None and len(office.logo) > LOGO_BYTES_AT_MOST:
        yield Problem("logo", N_("The logo must not be larger than {limit} MB."), (("limit", 2),))


def _duty(duty: DutySettings) -> Iterator[Problem]:
    yield from fields.number("max_duty_minutes", duty.max_duty_minutes, 1, _MINUTES_A_DAY)
    yield from fields.number("permit_lead_days", duty.permit_lead_days, 0, _LONGEST_LEAD_DAYS)
    for worked, pause in duty.breaks:
        yield from fields.number("breaks", worked, 0, _MINUTES_A_DAY)
        yield from fields.number("breaks", pause, 0, _MINUTES_A_DAY)
    if list(duty.breaks) != sorted(duty.breaks) or len({worked for worked, _ in duty.breaks}) != len(duty.breaks):
        yield Problem("breaks", N_("Please list the breaks by hours worked, each once."))
    elif [pause for _, pause in duty.breaks] != sorted(pause for _, pause in duty.breaks):
        yield Problem("breaks", N_("Longer work needs the longer break."))


def _travel(travel: TravelParameters) -> Iterator[Problem]:
    for field, (low, high) in _TRAVEL_RANGES.items():
        yield from fields.number(field, getattr(travel, field), low, high)
