"""E-mail drafts, read back by the parser of the standard library."""

import re
from dataclasses import replace
from email import message_from_bytes
from email.header import decode_header, make_header
from email.policy import default
from email.utils import getaddresses
from string import ascii_letters

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.exchange.mail_draft import file_name, one_line, write_draft
from domain.exchange.textformat import plain
from domain.rows.mail import Attachment, Mailbox, MailDraft
from tests.domain.exchange.test_calendar_writer import HARD_TEXTS
from tests.guards.clock import MOMENT

OFFICE = Mailbox("Leitstelle „Prävention“, Magdeburg", "praevention@example.org")
SCHOOL = Mailbox("Grundschule Köthen (Anhalt), Außenstelle", "gs@koethen.example")
PDF = Attachment("Einladung Köthen.pdf", "application/pdf", b"%PDF-1.7\n" + bytes(range(256)) * 20)
DRAFT = MailDraft(OFFICE, (SCHOOL,), (), "Einladung: Bürgerdialog", "Guten Tag,\n\nÄ ö ü ß €.", MOMENT, "de", (PDF,))
INJECTION = "Einladung\r\nBcc: spion@example.org\r\n\r\nText"


def read(draft):
    return message_from_bytes(write_draft(draft), policy=default)


def lines(part):
    return part.get_content().removesuffix("\r\n").replace("\r\n", "\n").split("\n")


def box(draft, header):
    """Name and address of a header with one address, as RFC 2047 has them read: blanks between words are none.

    The newer parser of the standard library keeps those blanks.
    """
    ((name, address),) = getaddresses([str(message_from_bytes(write_draft(draft))[header])])
    return str(make_header(decode_header(name))), address


def test_it_is_a_draft_that_says_who_writes_to_whom_about_what():
    mail = read(DRAFT)
    assert (mail["X-Unsent"], mail["MIME-Version"], mail["Content-Language"]) == ("1", "1.0", "de")
    assert mail["Date"] == "Wed, 28 Apr 2027 14:32:00 +0200"
    assert mail["Subject"] == "Einladung: Bürgerdialog"
    assert box(DRAFT, "From") == (OFFICE.name, OFFICE.address)
    assert box(DRAFT, "To") == (SCHOOL.name, SCHOOL.address)
    assert re.fullmatch(r"<[0-9a-f]{32}@example\.org>", mail["Message-ID"])
    assert lines(mail.get_body()) == ["Guten Tag,", "", "Ä ö ü ß €."]


def test_an_attachment_arrives_byte_by_byte_under_its_name():
    (attached,) = read(DRAFT).iter_attachments()
    assert (attached.get_filename(), attached.get_content_type()) == ("Einladung Köthen.pdf", "application/pdf")
    assert attached.get_content() == PDF.content
    assert attached["Content-Transfer-Encoding"] == "base64"


def test_a_calendar_file_keeps_method_and_charset():
    parameters = (("charset", "utf-8"), ("method", "REQUEST"))
    entry = Attachment("a.ics", "text/calendar", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", parameters)
    (attached,) = read(replace(DRAFT, attachments=(entry,))).iter_attachments()
    assert dict(attached["Content-Type"].params) == {"charset": "utf-8", "method": "REQUEST"}
    assert attached.get_payload(decode=True) == entry.content


def test_without_attachments_it_is_plain_text():
    mail = read(replace(DRAFT, attachments=()))
    assert (mail.get_content_type(), mail.is_multipart()) == ("text/plain", False)


def test_lines_are_short_ascii_and_end_with_crlf():
    many = tuple(Mailbox(f"Schule Nr. {number} „Süd“", f"schule{number}@example.org") for number in range(90))
    long = replace(DRAFT, bcc=many, subject="Ü" * 280, text="\n".join(HARD_TEXTS) + "x" * 3_000)
    octets = write_draft(long)
    assert octets.isascii()
    assert re.search(rb"(?<!\r)\n|\r(?!\n)", octets) is None
    assert max(map(len, octets.split(b"\r\n"))) <= 78


def test_equal_input_gives_equal_bytes_and_another_moment_another_name():
    assert write_draft(DRAFT) == write_draft(replace(DRAFT))
    later = replace(DRAFT, moment=MOMENT.replace(minute=33))
    assert read(later)["Message-ID"] != read(DRAFT)["Message-ID"]


@pytest.mark.parametrize(
    "text", [*HARD_TEXTS, INJECTION, "=?utf-8?q?=0ABcc:_x=40example.org?=", "a, b <c@example.org>"]
)
def test_hostile_words_stay_one_header(text):
    hostile = replace(DRAFT, to=(Mailbox(text, SCHOOL.address),), sender=Mailbox(text, OFFICE.address), subject=text)
    mail = read(hostile)
    expected = ["From", "To", "Subject", "Date", "Message-ID", "X-Unsent", "Content-Language", "MIME-Version"]
    assert sorted(mail.keys()) == sorted([*expected, "Content-Type"])
    assert mail["Subject"] == one_line(text)
    assert [each.addr_spec for each in (*mail["From"].addresses, *mail["To"].addresses)] == [
        OFFICE.address,
        SCHOOL.address,
    ]


@given(st.text(max_size=200), st.text(max_size=90))
@settings(max_examples=40)
def test_any_words_come_back_as_they_were(text, name):
    draft = replace(DRAFT, subject=text, to=(Mailbox(name, SCHOOL.address),), text=text, attachments=())
    mail = read(draft)
    assert mail["Subject"] == one_line(text)
    assert box(draft, "To") == (one_line(name, 120), SCHOOL.address)
    assert "\n".join(lines(mail)).rstrip("\n") == plain(text).rstrip("\n")


def test_bcc_names_every_address_once_and_to_only_the_office():
    both = (SCHOOL, replace(SCHOOL, address="GS@koethen.example"), Mailbox("", "b@example.org"))
    mail = read(replace(DRAFT, to=(OFFICE,), bcc=both))
    assert [each.addr_spec for each in mail["To"].addresses] == [OFFICE.address]
    assert len(mail["Bcc"].addresses) == 2


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("a/b\\c:d.pdf", "a-b-c-d.pdf"),
        ("x\r\nX-Evil: 1.ics", "x X-Evil- 1.ics"),
        ("..", "-."),
        ("ä" * 300 + ".pdf", "ä" * 120 + ".pdf"),
    ],
)
def test_names_of_files_are_safe(name, safe):
    assert file_name(name) == safe
    (attached,) = read(replace(DRAFT, attachments=(replace(PDF, name=name),))).iter_attachments()
    assert attached.get_filename() == safe


@given(st.text(alphabet=ascii_letters + "äÄ \"'\\\t\r\n;=%*", max_size=60))
@settings(max_examples=40)
def test_any_name_of_a_file_comes_back(name):
    (attached,) = read(replace(DRAFT, attachments=(replace(PDF, name=f"{name}.pdf"),))).iter_attachments()
    assert attached.get_filename() == file_name(f"{name}.pdf")
