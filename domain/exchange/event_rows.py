"""Rows of an imported table as events."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from domain.errors import InvalidInputError, Problem
from domain.exchange import cells, words
from domain.exchange.event_times import times_of
from domain.exchange.headers import EVENTS
from domain.exchange.row_reader import Reading, RowReader, written_town
from domain.exchange.tabular import Record, RecordSource
from domain.i18n import N_
from domain.region.kreise import kreis
from domain.rows.events import EventDraft
from domain.rules.local import first_day_of
from domain.rules.validation import event_problems
from domain.terms import Audience, EventKind, EventState, PlaceKind

Term = TypeVar("Term", bound=StrEnum)

KIND_OPEN = N_("The kind was not given; it was taken as information event.")
OTHER_DISTRICT = N_("The district in the file is another than the one the town lies in.")
REASON_OPEN = N_("No reason was given; the word for the state stands for it.")

_NUMBER = re.compile(r"[0-9]{4}-[0-9]{4,}")
_ABOUT = re.compile(r"(?:ca\.?|circa|etwa|rund|max\.?|maximal|bis zu|bis|mind\.?|~|>|<)\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:(?P<before>.+?)[,;\n]\s*)?(?:D-)?(?P<postcode>[0-9]{5})\s+(?P<town>[^,;\n]+?)\s*")
_HOUSE_NUMBER = re.compile(r".+?\s[0-9]+\s?[a-z]?(?:\s?[-/]\s?[0-9]+\s?[a-z]?)?", re.IGNORECASE)
_KREIS_WORDS = re.compile(r"landkreis|kreisfreie stadt|kreis|\bLK\b|[\W_]+", re.IGNORECASE)
_CALLED_OFF = frozenset({EventState.cancelled, EventState.declined})


@dataclass(frozen=True, slots=True)
class ImportedEvent:
    """An event of a table; names of host, topics and groups, for which the workspace knows the ids.

    `draft.host_name` is the host as written. `number` and `uid` are ours, "" without; `place` says that the row
    tells something of the place.
    """

    draft: EventDraft
    topics: str = ""
    target_groups: str = ""
    number: str = ""
    uid: str = ""


def read_events(
    table: RecordSource, columns: Mapping[str, int] | None = None, *, today: date
) -> Iterator[Reading[ImportedEvent]]:
    """Each row as an event, or what is wrong with it; `columns` say where the fields are, if not their headings.

    An unknown town leaves `ags` open with a hint, a missing kind is guessed with a hint; an unknown kind or state, a
    day or hour that cannot be read, or no title refuse the row. Without a column that says otherwise an event is
    internal. `today` (local) decides whether a plain row is tentative or has been held.

    Raises:
        InvalidInputError: the columns for title or day are missing.
        FileProblemError: the file cannot be read to its end.
    """
    found = EVENTS.columns(table.header) if columns is None else EVENTS.checked(columns, table.header)
    headings = {field: table.header[place] for field, place in found.items()}
    return (_event(record, found, headings, today) for record in table.records())


def _event(
    record: Record, columns: Mapping[str, int], headings: Mapping[str, str], today: date
) -> Reading[ImportedEvent]:
    row = RowReader(record, columns)
    kind = _kind(row)
    times = times_of(row, kind)
    draft = EventDraft(
        kind=kind,
        title=row.text("title"),
        audience=row.value("audience", _audience) or Audience.internal,
        public_text=row.long_text("public_text"),
        internal_notes=_notes(row, headings),
        security_remarks=row.long_text("security_remarks"),
        accessibility=row.long_text("accessibility"),
        press_expected=row.value("press_expected", cells.yes_or_no) or False,
        expected=row.value("expected", _count),
        actual=row.value("actual", _count),
        kilometres=row.value("kilometres", cells.decimal),
        postponed_to=row.value("postponed_to", cells.day),
        host_name="" if cells.is_filler(row.text("host")) else row.text("host"),
        all_day=times.all_day,
        starts_at=times.starts_at,
        ends_at=times.ends_at,
        first_day=times.first_day,
        last_day=times.last_day,
        **_place(row),
    )
    draft = _with_state(row, draft, today)
    number = row.text("number")
    imported = ImportedEvent(
        draft,
        row.text("topics"),
        row.text("target_groups"),
        number if _NUMBER.fullmatch(number) else "",
        row.text("uid"),
    )
    return row.reading(draft.title, imported, event_problems(draft))


def _kind(row: RowReader) -> EventKind:
    """The kind as named; without a word for it the one that the title begins with."""
    text = row.text("kind")
    if text:
        return row.value("kind", _named(words.event_kind, N_("“{value}” is no kind of event known here."))) or (
            EventKind.information_event  # only stands in: the problem refuses the row
        )
    title = row.text("title")
    guess = words.event_kind(re.split(r"[:„“\"–(]| - ", title, maxsplit=1)[0]) or words.event_kind(title.split(" ")[0])
    if guess is None:
        row.hint(KIND_OPEN)
    return guess or EventKind.information_event


def _with_state(row: RowReader, draft: EventDraft, today: date) -> EventDraft:
    """State and its reason; without a word for it an event is an idea, tentative, or past and held."""
    state = row.value("state", _named(words.event_state, N_("“{value}” is no state of an event known here.")))
    day = first_day_of(draft)
    if state is None:
        usual = EventState.tentative if day is None or day >= today else EventState.held
        state = EventState.idea if day is None else usual
    reason = row.text("state_reason")
    if not reason and state in _CALLED_OFF:
        row.hint(REASON_OPEN)
        reason = row.text("state")
    return replace(draft, state=state, state_reason=reason)


def _named(known: Callable[[str], Term | None], msgid: str) -> Callable[[str, str], Term]:
    def read(field: str, text: str) -> Term:
        found = known(text)
        if found is None:
            raise InvalidInputError(Problem(field, msgid, (("value", text[:60]),)))
        return found

    return read


def _audience(field: str, text: str) -> Audience:
    return _named(words.audience, N_("“{value}” says not who may see the event; please write public or internal."))(
        field, text
    )


def _count(field: str, text: str) -> int:
    """How many people, also “about 30”."""
    return cells.whole_number(field, _ABOUT.sub("", text, count=1))


def _notes(row: RowReader, headings: Mapping[str, str]) -> str:
    """The notes, and under them whom to ask, in a line that begins with the heading of the file."""
    lines = [row.long_text("internal_notes")]
    reached = [row.text(field) for field in ("contact", "phone", "email")]
    if any(reached):
        field = next(name for name in ("contact", "phone", "email") if row.text(name))
        lines.append(f"{headings[field]}: {', '.join(filter(None, reached))}")
    return "\n".join(filter(None, lines))


def _place(row: RowReader) -> dict[str, Any]:
    """Place, room, address and Gemeinde; an address in one cell is taken apart."""
    place, street, postcode, town = row.text("place"), row.text("street"), row.postcode("postcode"), row.text("town")
    locality, url = row.text("locality"), row.text("online_url")
    for field in ("town", "place", "street"):
        found = _ADDRESS.fullmatch(row.text(field))
        if found and (field == "town" or not town):
            postcode, town = postcode or found["postcode"], found["town"]
            before = [part.strip() for part in re.split("[,;]", found["before"] or "") if part.strip()]
            place = "" if field == "place" else place
            street = "" if field == "street" else street
            if before and not street and _HOUSE_NUMBER.fullmatch(before[-1]):
                street = before.pop()
            place = ", ".join(filter(None, (place, *before)))
    ags = row.gemeinde_key(postcode, town, locality)
    _compare_kreis(row, ags)
    is_online = bool(url) and not (place or town or postcode)
    return {
        "place_kind": PlaceKind.online if is_online else PlaceKind.address,
        "place_name": place,
        "room": row.text("room"),
        "street": street,
        "postcode": postcode,
        "town": written_town(town, locality),
        "ags": ags,
        "online_url": url,
    }


def _compare_kreis(row: RowReader, ags: str | None) -> None:
    named = _KREIS_WORDS.sub("", row.text("kreis")).lower()
    if named and ags and _KREIS_WORDS.sub("", kreis(ags[:5]).name).lower() != named:
        row.hint(OTHER_DISTRICT)
