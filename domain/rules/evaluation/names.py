"""What the lines of the figures are called: page, tables and reports name them alike."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from domain.i18n import N_, Language
from domain.labels import label
from domain.region.kreise import kreis
from domain.rows.evaluation import EvaluationFilter
from domain.terms import (
    AccidentCause,
    AdviceField,
    Breakdown,
    EventKind,
    PartnerCategory,
    PlaceCategory,
    Schulform,
)

_TERMS: dict[Breakdown, type[StrEnum]] = {
    Breakdown.kind: EventKind,
    Breakdown.place_category: PlaceCategory,
    Breakdown.accident_cause: AccidentCause,
    Breakdown.advice_field: AdviceField,
    Breakdown.host_category: PartnerCategory,
    Breakdown.schulform: Schulform,
}
HEADINGS: dict[Breakdown, str] = {
    Breakdown.month: N_("Month"),
    Breakdown.year: N_("Year"),
    Breakdown.kind: N_("Kind"),
    Breakdown.kreis: N_("District"),
    Breakdown.topic: N_("Topic"),
    Breakdown.target_group: N_("Target group"),
    Breakdown.place_category: N_("Place category"),
    Breakdown.accident_cause: N_("Main accident cause"),
    Breakdown.advice_field: N_("Field of advice"),
    Breakdown.host_category: N_("Sort of host"),
    Breakdown.schulform: N_("School type"),
    Breakdown.school: N_("Schools and others"),
}
"""What the lines of a breakdown are: the heading of their column."""

_NOTHING = {Breakdown.kreis: N_("without a district"), Breakdown.host_category: N_("no partner as host")}
_SCHOOLS = {"school": N_("Schools"), "other": N_("All others")}


def line_name(breakdown: Breakdown, key: str, names: Mapping[str, str], language: Language) -> str:
    """The name of a line by its key; `names` are those of the figures."""
    if not key:
        return language.gettext(_NOTHING.get(breakdown, N_("not given")))
    if breakdown in _TERMS:
        return label(_TERMS[breakdown](key), language)
    match breakdown:
        case Breakdown.month:
            return language.month(date(int(key[:4]), int(key[5:]), 1))
        case Breakdown.kreis:
            return kreis(key).name
        case Breakdown.school:
            return language.gettext(_SCHOOLS[key])
    return names.get(key, key)


def filter_words(wanted: EvaluationFilter, names: Mapping[str, str], language: Language) -> tuple[str, ...]:
    """What a filter says, a line each: the period, and whatever is narrowed."""
    _ = language.gettext
    lines = [period_words(wanted, language)]
    for words, values in (
        (_("Kind"), [label(kind, language) for kind in wanted.kinds]),
        (_("District"), [kreis(ags).name for ags in wanted.kreise]),
        (_("Topic"), [names.get(each.hex, "–") for each in wanted.topic_ids]),
        (_("Target group"), [names.get(each.hex, "–") for each in wanted.target_group_ids]),
        (_("Place category"), [label(each, language) for each in wanted.place_categories]),
        (_("Audience"), [label(each, language) for each in wanted.audiences]),
    ):
        if values:
            lines.append(f"{words}: {', '.join(values)}")
    return tuple(lines)


def period_words(wanted: EvaluationFilter, language: Language) -> str:
    """The days of a filter: 01.01.–30.06.2027, since …, until …, all times."""
    first, last = wanted.first_day, wanted.last_day
    if first and last:
        return language.day_range(first, last)
    if first:
        return language.gettext(N_("since {day}")).format(day=language.day(first))
    if last:
        return language.gettext(N_("until {day}")).format(day=language.day(last))
    return language.gettext(N_("All times"))
