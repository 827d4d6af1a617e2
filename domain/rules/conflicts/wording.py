"""How findings are graded, named and worded."""

from collections.abc import Iterable
from uuid import UUID

from domain.rows.findings import Finding
from domain.rules.conflicts.book import Slot
from domain.terms import Grade, Rule

GRADES: dict[Rule, Grade] = {
    Rule.vehicle_booked_twice: Grade.error,
    Rule.equipment_booked_twice: Grade.error,
    Rule.person_booked_twice: Grade.error,
    Rule.site_booked_twice: Grade.error,
    Rule.unreachable_in_time: Grade.error,
    Rule.duty_too_long: Grade.error,
    Rule.drive_too_long: Grade.error,
    Rule.break_missing: Grade.error,
    Rule.school_free_day: Grade.error,
    Rule.person_absent: Grade.error,
    Rule.qualification_missing: Grade.error,
    Rule.ends_before_start: Grade.error,
    Rule.adviser_unqualified: Grade.error,
    Rule.audience_too_wide: Grade.warning,
    Rule.public_holiday: Grade.warning,
    Rule.over_capacity: Grade.warning,
    Rule.permit_refused: Grade.error,
    Rule.permit_moved: Grade.warning,
    Rule.permit_too_late: Grade.warning,
    Rule.site_too_steep: Grade.warning,
    Rule.vehicle_too_large: Grade.warning,
    Rule.power_missing: Grade.warning,
    Rule.publication_outdated: Grade.warning,
    Rule.publication_short: Grade.warning,
    Rule.press_excluded: Grade.error,
    Rule.inviting_body_missing: Grade.hint,
    Rule.market_day: Grade.hint,
    Rule.school_holidays_unknown: Grade.hint,
    Rule.topic_expired: Grade.hint,
}
"""How bad each is by itself; a missing inviting body is an error for a dialogue from tentative on."""

Params = tuple[tuple[str, object], ...]


def finding(  # noqa: PLR0913 - the parts of a finding, all but the first two by name
    rule: Rule,
    slot: Slot,
    *,
    named: Iterable[object],
    headline: tuple[str, Params],
    detail: tuple[str, Params],
    others: tuple[UUID, ...] = (),
    grade: Grade | None = None,
) -> Finding:
    """A finding about `slot`; `named` are the ids and days in its key, headline and detail are msgid and parameters."""
    return Finding(
        event_id=slot.event.id,
        rule=rule,
        grade=grade or GRADES[rule],
        key=":".join([rule.value, *map(str, named)]),
        msgid=headline[0],
        params=headline[1],
        detail=detail[0],
        detail_params=detail[1],
        others=others,
    )


def params(**values: object) -> Params:
    """Parameters of a message in the form rows carry them."""
    return tuple(values.items())
