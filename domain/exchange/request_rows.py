"""Rows of an imported table as requests."""

from collections.abc import Iterator, Mapping
from typing import Any

from domain.errors import InvalidInputError, Problem
from domain.exchange import cells
from domain.exchange.headers import REQUESTS, WISHES
from domain.exchange.row_reader import Reading, RowReader, written_town
from domain.exchange.tabular import Record, RecordSource
from domain.exchange.wishes import wished
from domain.exchange.words import event_kind, institution
from domain.i18n import N_
from domain.rows.requests import RequestDraft
from domain.rules.validation import request_problems
from domain.terms import EventKind, Schulform

_USUAL_PRIORITY = 2


def read_requests(table: RecordSource, columns: Mapping[str, int] | None = None) -> Iterator[Reading[RequestDraft]]:
    """Each row as a request, or what is wrong with it; `columns` say where the fields are, if not their headings.

    An unknown town leaves `ags` open with a hint; an unknown kind, an impossible date, an empty requester,
    or neither town nor postcode refuse the row.

    Raises:
        InvalidInputError: the columns for requester, kind, or town and postcode are missing.
        FileProblemError: the file cannot be read to its end.
    """
    found = REQUESTS.columns(table.header) if columns is None else REQUESTS.checked(columns, table.header)
    return (_request(record, found) for record in table.records())


def _request(record: Record, columns: Mapping[str, int]) -> Reading[RequestDraft]:
    row = RowReader(record, columns)
    postcode = row.postcode("postcode")
    town, locality = row.text("town"), row.text("locality")
    if not town and not postcode and not record.problem:
        row.problems.append(Problem("town", N_("Town or postcode must be filled in.")))
    draft = RequestDraft(
        requester=row.text("requester"),
        kind=_kind(row),
        topic=row.text("topic"),
        place=row.text("place"),
        street=row.text("street"),
        postcode=postcode,
        town=written_town(town, locality),
        ags=row.gemeinde_key(postcode, town, locality),
        duration_minutes=row.value("duration_minutes", cells.duration),
        earliest=row.value("earliest", cells.day),
        latest=row.value("latest", cells.day),
        weekdays=row.value("weekdays", cells.weekdays) or (),
        from_minute=row.value("from", cells.minute_of_day),
        to_minute=row.value("to", cells.minute_of_day),
        wishes=tuple(wish for field in WISHES if (wish := row.value(field, wished)) is not None),
        equipment=cells.names(row.text("equipment")),
        priority=row.value("priority", cells.priority) or _USUAL_PRIORITY,
        expected=row.value("expected", cells.whole_number),
        press_expected=row.value("press_expected", cells.yes_or_no) or False,
        closed=row.value("closed", cells.yes_or_no) or False,
        needs=row.long_text("needs"),
        security_remarks=row.long_text("security_remarks"),
        notes=row.long_text("notes"),
        received_on=row.value("received_on", cells.day),
        answer_by=row.value("answer_by", cells.day),
        **_people(row),
    )
    return row.reading(draft.requester, draft, request_problems(draft))


def _people(row: RowReader) -> dict[str, Any]:
    """Who asks, and who will listen where."""
    return {
        "contact_name": row.text("contact_name"),
        "contact_role": row.text("contact_role"),
        "phone": row.text("phone"),
        "email": row.text("email"),
        "schulform": row.value("schulform", _schulform),
        "school_grade": row.text("school_grade"),
        "listeners": row.text("listeners"),
        "prior_knowledge": row.long_text("prior_knowledge"),
        "teacher_present": row.value("teacher_present", cells.yes_or_no),
        "room_technique": row.long_text("room_technique"),
        "occasion": row.text("occasion"),
    }


def _schulform(field: str, text: str) -> Schulform:
    found = institution(text)
    if found is None or found.schulform is None:
        raise InvalidInputError(Problem(field, N_("“{value}” is no school type known here."), (("value", text[:60]),)))
    return found.schulform


def _kind(row: RowReader) -> EventKind:
    text = row.text("kind")
    kind = event_kind(text)
    if kind is None and not row.problems:
        msgid = N_("“{value}” is no kind of event known here.") if text else N_("Please fill in this field.")
        row.problems.append(Problem("kind", msgid, (("value", text[:60]),)))
    return kind or EventKind.information_event  # only stands in: the problem refuses the row
