"""Opens a file of any kind that can be read: a table of text, a workbook, or a file of contacts."""

import re
from typing import TypeAlias

from domain.errors import FileProblemError
from domain.exchange.card_lines import CardFile, is_card_file, read_cards
from domain.exchange.sources import Source, beginning, is_pdf, whole
from domain.exchange.tabular import Table, read_table
from domain.exchange.workbook import SheetTable, read_workbook
from domain.exchange.workbook_guard import MAX_PACKED, refuse_old_form
from domain.i18n import N_
from domain.rows.imports import Wish

Opened: TypeAlias = Table | SheetTable | CardFile

_HEAD = 64 * 1024
_ZIP = re.compile(rb"PK(?:\x03\x04|\x05\x06)")
_OLE = b"\xd0\xcf\x11\xe0"
_WORKBOOK_NAME = re.compile(r".*\.(?:xlsx|xlsm|xls|ods)", re.IGNORECASE)
_CARD_NAME = re.compile(r".*\.(?:vcf|vcard)", re.IGNORECASE)


def open_table(source: Source, wish: Wish) -> Table | SheetTable:
    """What `open_any` opens, if it has rows and columns.

    Raises:
        FileProblemError: see `open_any`; or it is a file of contacts.
        UsageError: the wish names a sheet, an encoding or a delimiter that there is not.
    """
    found = open_any(source, wish)
    if isinstance(found, CardFile):
        raise FileProblemError(
            N_("“{file}” is a file of contacts (vCard); only partners can be read from it."), file=found.name
        )
    return found


def open_any(source: Source, wish: Wish) -> Opened:
    """Recognise what a file is by its content, never by its name alone, and read its form.

    Raises:
        FileProblemError: it is missing, unreadable, damaged, too large, or nothing that can be read.
        UsageError: the wish names a sheet, an encoding or a delimiter that there is not.
    """
    name = wish.name or ("CSV" if isinstance(source, bytes) else source.name)
    head = beginning(source, name, _HEAD)
    if is_pdf(head):
        raise FileProblemError(
            N_("“{file}” is a PDF; only request forms that were filled in can be read, and as requests."), file=name
        )
    if _ZIP.match(head):
        return read_workbook(source, name, wish.sheet)
    if head.startswith(_OLE):
        refuse_old_form(head, whole(source, name, MAX_PACKED), name)
    if is_card_file(head):
        return read_cards(source, name)
    try:
        return read_table(source, name, encoding=wish.encoding, delimiter=wish.delimiter)
    except FileProblemError as refusal:
        raise _false_name(name, head) or refusal from refusal


def _false_name(name: str, head: bytes) -> FileProblemError | None:
    """A workbook's or card's name on what is not even a table of text: an unfinished download, rubbish."""
    if not head.strip():
        return None
    if _WORKBOOK_NAME.fullmatch(name):
        return FileProblemError(N_("“{file}” is called a workbook but is none."), file=name)
    if _CARD_NAME.fullmatch(name):
        return FileProblemError(N_("“{file}” is called a file of contacts but holds no vCard."), file=name)
    return None
