"""Possible duplicates in words, for hints, lists and the comparison."""

from domain.rows.duplicates import Likeness, Profile, Reason
from gui.texts import _, current


def reasons_for(likeness: Likeness, *, since: int = 0, until: int | None = None) -> str:
    """Why two records may be one: Gleicher Name · Gleicher Ort; all, or those from one place to another."""
    return _joined([reason for reason in likeness.reasons if reason.points > 0][since:until])


def reasons_against(likeness: Likeness) -> str:
    """What speaks against it, "" for nothing: Dagegen: Andere Straße."""
    words = _joined([reason for reason in likeness.reasons if reason.points < 0])
    return _("Against: {reasons}").format(reasons=words) if words else ""


def _joined(reasons: list[Reason]) -> str:
    return " · ".join(current().gettext(reason.msgid) for reason in reasons)


def scored_reasons(likeness: Likeness) -> str:
    """The sum and every reason with its points: 25 Punkte: Gleicher Name +50 · Andere Straße −25."""
    gettext = current().gettext
    told = " · ".join(f"{gettext(reason.msgid)} {signed(reason.points)}" for reason in likeness.reasons)
    return _("{points} points: {reasons}").format(points=signed(likeness.points).removeprefix("+"), reasons=told)


def signed(points: int) -> str:
    """Points with their sign, as typography wants it."""
    return f"+{points}" if points >= 0 else f"−{-points}"


def where(profile: Profile) -> str:
    """Where an institution is, in one line."""
    place = f"{profile.postcode} {profile.town}".strip()
    return ", ".join(part for part in (profile.street, place) if part)
