"""The history of a record in words: what changed, from what to what, by whom, when."""

from collections.abc import Iterable
from enum import StrEnum
from uuid import UUID

from domain.i18n import N_, Language
from domain.labels import has_name, label
from domain.region.gemeinden import gemeinde, is_gemeinde
from domain.rows.field_names import FIELD_NAMES
from domain.rows.steps import FieldChange, HistoryEntry, HistoryLine
from domain.store.session import Session
from domain.terms import BERLIN
from domain.usecases import names

_NOTHING = "–"
_DERIVED = frozenset({"kreis_ags", "match_key", "sort_key", "created_at", "updated_at", "version", "source_id"})
_HEADLINES = {"I": N_("Created"), "D": N_("Deleted"), "X": N_("Erased")}


def in_words(session: Session, entries: Iterable[HistoryEntry], language: Language) -> tuple[HistoryLine, ...]:
    """Journal entries as people read them: labels for columns, names for ids, local times, „–“ for nothing."""
    found = list(entries)
    ids = {value for entry in found for change in entry.changes for value in (change.old, change.new)}
    known = names.of_ids(session, (value for value in ids if isinstance(value, UUID)))
    return tuple(_line(entry, known, language) for entry in found)


def _line(entry: HistoryEntry, known: dict[UUID, str], language: Language) -> HistoryLine:
    step = entry.step
    changes = tuple(
        (language.gettext(FIELD_NAMES[change.column]), _text(change, change.old, known, language),
         _text(change, change.new, known, language))
        for change in entry.changes
        if change.column in FIELD_NAMES and change.column not in _DERIVED
    )  # fmt: skip
    headline = language.gettext(_HEADLINES[entry.op]) if entry.op in _HEADLINES else ""
    return HistoryLine(
        step_id=step.id,
        headline=headline,
        label=language.text(step.msgid, step.params),
        changes=changes,
        at=step.at.astimezone(BERLIN),
        author=step.author,
        device=step.device,
    )


def _text(change: FieldChange, value: object, known: dict[UUID, str], language: Language) -> str:
    match value:
        case None | "":
            shown = _NOTHING
        case bool():
            shown = language.gettext("yes") if value else language.gettext("no")
        case StrEnum() if has_name(value):
            shown = label(value, language)
        case UUID():
            shown = known.get(value, _NOTHING)
        case str() if change.column.endswith("ags") and is_gemeinde(value):
            shown = gemeinde(value).name
        case _:
            shown = language.plain(value)
    return shown
