"""Request forms as others fill them in: by any program that sets field values, and files made to do harm."""

import zlib
from functools import cache
from io import BytesIO

import pikepdf

from domain.documents import render
from domain.documents.kit.fields import TextField
from domain.documents.kit.form_blocks import labelled
from domain.documents.kit.metadata import About
from domain.documents.kit.page import Masthead, Sheet, produce
from domain.documents.kit.theme import Theme
from domain.i18n import language
from domain.rows import request_form as form
from tests.domain.documents import samples


@cache
def blank(code="de"):
    """The form as it goes out."""
    return render("request_form", samples.request_form(), language(code))


def saved(pdf, **options):
    """The bytes of a file."""
    out = BytesIO()
    pdf.save(out, **options)
    return out.getvalue()


def name_of(note):
    """The full name of the field a widget belongs to."""
    parts = []
    while note is not None:
        if "/T" in note:
            parts.append(str(note.T))
        note = note.get("/Parent")
    return ".".join(reversed(parts))


def widgets(pdf):
    """Every widget with the full name of its field."""
    return [
        (name_of(note), note) for page in pdf.pages for note in page.obj.get("/Annots", []) if note.Subtype == "/Widget"
    ]


def filled(content=None, **answers):
    """The form with these answers, by the names behind the version."""
    with pikepdf.open(BytesIO(content or blank())) as pdf:
        for name, note in widgets(pdf):
            answer = answers.get(name.removeprefix(form.PREFIX))
            if answer is None:
                continue
            owner = note if "/FT" in note else note.Parent
            if owner.FT != "/Btn":
                owner.V = pikepdf.String(answer)
            elif f"/{answer}" in note.AP.N:
                note.AS = owner.V = pikepdf.Name(f"/{answer}")
        return saved(pdf)


def changed(work, content=None):
    """The form after `work` was done to the opened file."""
    with pikepdf.open(BytesIO(content or filled(requester="GS Radis", town="Kemberg"))) as pdf:
        work(pdf)
        return saved(pdf)


def foreign():
    """A form of somebody else."""

    def sheet(theme):
        field = TextField("antrag.name", "Name")
        about = About("Antrag", "Antrag", "Amt", "de-DE", samples.STAND)
        return Sheet(
            about, Masthead("", "Antrag"), [labelled(theme, "Name", field)], "", lambda page, _pages: str(page)
        )

    return produce(sheet, Theme())


def printed(content=None):
    """The form as a program prints it into a file: the looks stay, the fields are gone."""

    def flatten(pdf):
        pdf.generate_appearance_streams()
        pdf.flatten_annotations("all")

    return changed(flatten, content)


def scan():
    """A picture of a page."""
    from PIL import Image

    out = BytesIO()
    Image.new("L", (200, 280), 200).save(out, "PDF")
    return out.getvalue()


def bomb(megabytes):
    """A page whose content unpacks to so much."""

    packed = zlib.compressobj(9)
    parts = [packed.compress(b"0 0 m 1 1 l S " * 75_000) for _time in range(megabytes)]
    with pikepdf.open(BytesIO(filled(requester="GS Radis"))) as pdf:
        stream = pikepdf.Stream(pdf, b"")
        stream.write(b"".join(parts) + packed.flush(), filter=pikepdf.Name.FlateDecode)
        pdf.pages[0].obj.Contents = pdf.make_indirect(stream)
        return saved(pdf, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)


def locked(password):
    """The form, filled in, behind a password."""
    with pikepdf.open(BytesIO(filled(requester="GS Radis"))) as pdf:
        return saved(pdf, encryption=pikepdf.Encryption(owner=password, user=password))
