"""Possible duplicates in words, for hints, lists and the comparison."""

from collections.abc import Callable

from domain.rows.duplicates import Likeness, Profile
from gui.texts import _, current


def reasons_for(likeness: Likeness) -> str:
    """Why two records may be one: Gleicher Name · Gleicher Ort."""
    return _joined(likeness, lambda points: points > 0)


def reasons_against(likeness: Likeness) -> str:
    """What speaks against it, "" for nothing: Dagegen: Andere Straße."""
    words = _joined(likeness, lambda points: points < 0)
    return _("Against: {reasons}").format(reasons=words) if words else ""


def _joined(likeness: Likeness, is_wanted: Callable[[int], bool]) -> str:
    gettext = current().gettext
    return " · ".join(gettext(reason.msgid) for reason in likeness.reasons if is_wanted(reason.points))


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
