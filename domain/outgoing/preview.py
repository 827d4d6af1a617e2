"""What a file that goes out about one event would hold, as text, before anything is written."""

from io import BytesIO
from typing import TYPE_CHECKING
from uuid import UUID

from domain import __version__
from domain.i18n import Language
from domain.terms import Audience
from domain.workspace import Workspace

if TYPE_CHECKING:
    from domain.rows.published import PublishedEvent


def text_of(workspace: Workspace, name: str, event_id: UUID, audience: Audience, language: Language) -> str:
    """The calendar entry or table line ("calendar" or "table") an audience would get of an event; "" if none.

    Raises:
        KeyError: there is no such text.
    """
    from domain.usecases.published import published_event

    event = workspace.ask(published_event, event_id, audience)
    return "" if event is None else _WRITERS[name](event, audience, language)


def _calendar(event: "PublishedEvent", _audience: Audience, language: Language) -> str:
    from domain.exchange.calendar_writer import CalendarMeta, write_calendar

    stream = BytesIO()
    write_calendar(stream, CalendarMeta(name="", version=__version__), [event], language)
    text = stream.getvalue().decode().replace("\r\n ", "")
    start = text.find("BEGIN:VEVENT")
    return text[start : text.rfind("END:VEVENT")].partition("\r\n")[2].replace("\r\n", "\n") if start >= 0 else ""


def _table(event: "PublishedEvent", audience: Audience, language: Language) -> str:
    from domain.exchange.event_table import event_columns
    from domain.exchange.table_text import csv_text

    shown = ((column.msgid, csv_text(column.value(event), language)) for column in event_columns(audience))
    return "\n".join(f"{language.gettext(msgid)}: {text}" for msgid, text in shown if text)


_WRITERS = {"calendar": _calendar, "table": _table}
