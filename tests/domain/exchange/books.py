"""Workbooks for the tests of import: ordinary ones and such as only a person with bad intentions makes."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook


def book(*rows, title="Tabelle1", more=()):
    """A workbook of one sheet with these rows, and empty sheets of the names in `more`."""
    made = Workbook()
    made.active.title = title
    for row in rows:
        made.active.append(row)
    for name in more:
        made.create_sheet(name)
    return saved(made)


def saved(made):
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def changed(content, part, change):
    """The workbook with one part put through `change` (bytes to bytes)."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for info in old.infolist():
            data = old.read(info)
            new.writestr(info.filename, change(data) if info.filename == part else data)
    return out.getvalue()


def with_part(content, part, data):
    """The workbook with one more part."""
    out = BytesIO(content)
    with ZipFile(out, "a", ZIP_DEFLATED) as archive:
        archive.writestr(part, data)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
PLAIN = book(["Name", "PLZ"], ["Schule A", "06366"])

BOMB = with_part(PLAIN, "xl/media/big.bin", b"\0" * 210_000_000)
ENTITIES = changed(
    PLAIN,
    SHEET,
    lambda xml: xml.replace(
        b"<worksheet", b'<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet', 1
    ),
)
OUTSIDE = changed(
    PLAIN,
    "xl/workbook.xml",
    lambda xml: xml.replace(b"<workbook", b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><workbook', 1),
)
FAR_ROW = changed(
    PLAIN, SHEET, lambda xml: xml.replace(b'r="2"', b'r="2000000000"').replace(b"2000000000", b"20000000000")
)
HUGE_DIMENSION = changed(
    PLAIN, SHEET, lambda xml: xml.replace(b'<dimension ref="A1:B2"', b'<dimension ref="A1:XFD1048576"')
)
LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 500
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "Workbook".encode("utf-16-le") + b"\0" * 500


def zipped(**parts):
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


ODS = zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet")
