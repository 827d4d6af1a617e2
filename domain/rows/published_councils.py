"""What leaves the house about a council: the only shape its printed profile sees."""

from dataclasses import dataclass
from datetime import date

from domain.rows.published import PublishedEvent
from domain.terms import MembershipRole


@dataclass(frozen=True, slots=True)
class PublishedMember:
    """An institution in its role; `institution` is empty for a private person, who stays nameless."""

    role: MembershipRole
    institution: str


@dataclass(frozen=True, slots=True)
class PublishedResolution:
    """What a public session decided."""

    day: date | None
    wording: str
    votes: str


@dataclass(frozen=True, slots=True)
class PublishedCouncil:
    """A council as the public may see it; made only by `rules.publishing_councils.publish_council`.

    Members are those of today by role; sessions, the newest first, are the ones the public may see, and resolutions
    come from them alone.
    """

    name: str
    town: str
    kreis_ags: str | None
    interval_days: int | None
    members: tuple[PublishedMember, ...]
    sessions: tuple[PublishedEvent, ...]
    resolutions: tuple[PublishedResolution, ...]
