"""The anonymised extract for a regional crime analysis as tables, and the codebook that explains them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from domain.exchange.columns import Column
from domain.i18n import N_, Language
from domain.labels import has_name, label
from domain.region.gemeinden import gemeinde
from domain.region.kreise import kreis
from domain.rows.projects import ExtractConcern, ExtractEvent
from domain.rules.extract import ALIKE, BANDS
from domain.terms import AccidentCause, ConcernCategory, ConcernState, EventKind, PartOfDay, PlaceCategory

EVENT_COLUMNS: tuple[Column[ExtractEvent], ...] = (
    Column("kind", N_("Kind"), lambda row: row.kind),
    Column("year", N_("Year"), lambda row: row.year),
    Column("quarter", N_("Quarter"), lambda row: row.quarter),
    Column("weekday", N_("Weekday"), lambda row: row.weekday + 1),
    Column("part_of_day", N_("Part of the day"), lambda row: row.part_of_day),
    Column("kreis", N_("District"), lambda row: kreis(row.kreis_ags).name),
    Column("gemeinde", N_("Municipality"), lambda row: gemeinde(row.ags).name if row.ags else None),
    Column("place_category", N_("Place category"), lambda row: row.place_category),
    Column("topics", N_("Topics"), lambda row: row.topics),
    Column("target_groups", N_("Target groups"), lambda row: row.target_groups),
    Column("cause", N_("Main accident cause"), lambda row: row.cause),
    Column("people", N_("People, at least"), lambda row: row.people),
)
"""A line for each event that was held."""

CONCERN_COLUMNS: tuple[Column[ExtractConcern], ...] = (
    Column("category", N_("Category"), lambda row: row.category),
    Column("place_category", N_("Place category"), lambda row: row.place_category),
    Column("year", N_("Year"), lambda row: row.year),
    Column("quarter", N_("Quarter"), lambda row: row.quarter),
    Column("kreis", N_("District"), lambda row: kreis(row.kreis_ags).name),
    Column("gemeinde", N_("Municipality"), lambda row: gemeinde(row.ags).name if row.ags else None),
    Column("state", N_("State"), lambda row: row.state),
    Column("weeks_to_answer", N_("Weeks until the answer"), lambda row: row.weeks_to_answer),
)
"""A line for each concern that was raised."""


@dataclass(frozen=True, slots=True)
class CodebookLine:
    """What one column of a file holds."""

    file: str
    variable: str
    meaning: str
    values: str


CODEBOOK_COLUMNS: tuple[Column[CodebookLine], ...] = (
    Column("file", N_("File"), lambda row: row.file),
    Column("variable", N_("Column"), lambda row: row.variable),
    Column("meaning", N_("Meaning"), lambda row: row.meaning),
    Column("values", N_("Values"), lambda row: row.values),
)

_MEANINGS = {
    "kind": N_("What sort of measure it was."),
    "year": N_("Year of the local start, or of the day the concern was raised."),
    "quarter": N_("Quarter of that year; days are not told."),
    "weekday": N_("Day of the week of the local start, 1 for Monday."),
    "part_of_day": N_("When it began, by local time."),
    "kreis": N_("District, as of 1 July 2007."),
    "gemeinde": N_("Municipality; empty where fewer than {count} lines of it are alike in quarter and kind."),
    "place_category": N_("What sort of place it was at or about; empty if nobody said so."),
    "topics": N_("Topics of the office’s vocabulary."),
    "target_groups": N_("Target groups of the office’s vocabulary."),
    "cause": N_("Main accident cause a road-safety measure was aimed at; empty for all others."),
    "people": N_("People who came, as the lower end of a band; empty if not counted."),
    "category": N_("What the concern is about."),
    "state": N_("How far the concern is."),
    "weeks_to_answer": N_(
        "Whole weeks from the day it was raised until the office’s answer; empty while there is none."
    ),
}
_TERMS: dict[str, type[StrEnum]] = {
    "kind": EventKind,
    "part_of_day": PartOfDay,
    "cause": AccidentCause,
    "place_category": PlaceCategory,
    "category": ConcernCategory,
    "state": ConcernState,
}
_FIGURES = {"quarter": "1–4", "weekday": "1–7", "people": "; ".join(map(str, BANDS))}


def codebook(events_name: str, concerns_name: str, language: Language) -> Iterator[CodebookLine]:
    """A line for each column of the two files, with its meaning and all values it can have."""
    files = ((events_name, EVENT_COLUMNS), (concerns_name, CONCERN_COLUMNS))
    for name, columns in files:
        for column in columns:
            meaning = language.gettext(_MEANINGS[column.key]).format(count=ALIKE)
            yield CodebookLine(name, language.gettext(column.msgid), meaning, _values(column.key, language))


def _values(key: str, language: Language) -> str:
    terms = _TERMS.get(key)
    if terms is None:
        return _FIGURES.get(key, "")
    return "; ".join(label(member, language) for member in terms if has_name(member))
