"""The settings of a workspace."""

from dataclasses import dataclass
from uuid import UUID

from domain.region.travel import DEFAULT_PARAMETERS, TravelParameters


@dataclass(frozen=True, slots=True)
class OfficeSettings:
    """The office as documents show it; `logo` is a PNG's or JPEG's bytes, `organizer_email` a functional mailbox."""

    name: str = ""
    unit: str = ""
    street: str = ""
    postcode: str = ""
    town: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    imprint: str = ""
    logo: bytes | None = None


@dataclass(frozen=True, slots=True)
class DutySettings:
    """Limits of a working day in minutes; `breaks` are (worked more than, minutes of break due).

    The defaults follow ArbZG § 3 and § 4 (10 h; 30 min above 6 h, 45 min above 9 h).
    """

    max_duty_minutes: int = 600
    breaks: tuple[tuple[int, int], ...] = ((360, 30), (540, 45))
    permit_lead_days: int = 14


@dataclass(frozen=True, slots=True)
class AdviceSettings:
    """Which qualification somebody must hold who advises on security technology; None = the one of that name."""

    security_technology_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of a workspace; `theme` is system, light or dark."""

    office: OfficeSettings = OfficeSettings()
    duty: DutySettings = DutySettings()
    travel: TravelParameters = DEFAULT_PARAMETERS
    advice: AdviceSettings = AdviceSettings()
    author: str = ""
    language: str = "de"
    theme: str = "system"
