"""What fields, encodings, delimiters and changes are called where a file is read."""

from datetime import date
from enum import StrEnum

from domain.i18n import N_
from domain.labels import label
from domain.rows.field_names import FIELD_NAMES
from domain.terms import DaySpan, TimeSpan
from gui.texts import _, current

_FIELDS = {
    "type": N_("Category"),
    "locality": N_("Part of the town"),
    "source_id": N_("Key of the source"),
    "from": N_("From (time)"),
    "to": N_("Until (time)"),
    "time": N_("Time of day"),
    "last_day": N_("Last day"),
    "duration": N_("Duration in minutes"),
    "kreis": N_("District"),
    "contact": N_("Contact"),
    "topics": N_("Topics"),
    "target_groups": N_("Target groups"),
    "host": N_("Host"),
    "times": N_("When"),
    "uid": N_("Calendar key"),
    "ORG": N_("Organisation"),
}
_ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "cp1252": "Windows-1252",
    "utf-16": "UTF-16",
    "utf-32": "UTF-32",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
    "iso8859-15": "ISO 8859-15",
    "cp850": "MS-DOS (850)",
    "mac-roman": "Mac Roman",
}
_DELIMITERS = {";": N_("Semicolon ;"), ",": N_("Comma ,"), "\t": N_("Tab"), "|": N_("Vertical bar |")}


def field_name(field: str) -> str:
    """What people call a field of a file."""
    return _(_FIELDS.get(field) or FIELD_NAMES.get(field, field))


def remark_said(field: str, msgid: str, params: tuple[tuple[str, object], ...]) -> str:
    """What could not be taken of a field, and why."""
    reason = current().text(msgid, params)
    return f"{field_name(field)}: {reason}" if field else reason


def encoding_name(encoding: str) -> str:
    """What people call an encoding."""
    return _ENCODINGS.get(encoding, encoding)


def delimiter_name(delimiter: str) -> str:
    """What people call the mark between columns."""
    known = _DELIMITERS.get(delimiter)
    return _(known) if known else f"„{delimiter}“"


def shown(value: object) -> str:
    """A value before or after a change."""
    if value is None or value == "":
        return "–"
    if isinstance(value, StrEnum):
        return label(value, current())
    if isinstance(value, DaySpan | TimeSpan):
        return current().span(value)
    if isinstance(value, date):
        return current().day(value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return str(value)


def column_name(heading: str, place: int) -> str:
    """What a column of a file is called, also one without a heading."""
    return heading or _("Column {number}").format(number=place + 1)
