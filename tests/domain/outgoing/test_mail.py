"""E-mail drafts and single calendar files from a workspace: who gets them, what is in them, what stays inside."""

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.policy import default

import pytest
from icalendar import Calendar

from domain.errors import FileProblemError, LandaufError, NotFoundError, UsageError
from domain.i18n import language
from domain.outgoing import invitations, mail
from domain.rows.invitees import InviteeDraft
from domain.rows.mail import MailOrder
from domain.rows.partners import ContactDraft
from domain.rows.settings import OfficeSettings
from domain.terms import Audience, EventKind, EventState, LegalBasis, MailTemplate, PartnerCategory
from domain.usecases import contact_log, invitees, mail_enclosures, mail_recipients, partners, requests, settings
from tests.builders import KOETHEN, change_event, event_draft, make_event, make_partner, make_request, open_workspace

GERMAN = language("de")
OFFICE = OfficeSettings("Leitstelle Prävention", email="praevention@example.org", website="https://example.org")


@pytest.fixture
def ws(tmp_path, clock):
    """A workspace whose office has a mailbox."""
    with open_workspace(tmp_path / "file", clock) as workspace:
        workspace.run("Office", settings.save, replace(workspace.ask(settings.load), office=OFFICE))
        yield workspace


@pytest.fixture
def event(ws):
    return make_event(ws, "Bürgerdialog Köthen", ags=KOETHEN, internal_notes="GEHEIM", public_text="Kommen Sie!")


@pytest.fixture
def town(ws):
    return make_partner(ws, "Stadt Köthen (Anhalt)", email="post@koethen.example", town="Köthen")


@pytest.fixture
def club(ws):
    """A club without a mailbox of its own, with a person whose data may be used."""
    club = make_partner(ws, "Verein „Süd“ / Nord")
    ws.run("Person", partners.add_contact, ContactDraft(club, "Vorsitz", "Frau Dr. Eva Muster", email="eva@v.example"))
    return club


def order(ws, event, *ids, template=MailTemplate.invitation, attached=(), **fields):
    subject, text = mail.proposed(ws, event, template, GERMAN)
    return MailOrder(event, ids, template, **({"subject": subject, "text": text, "attached": attached} | fields))


def written(ws, tmp_path, wanted, **options):
    made = mail.write_drafts(ws, tmp_path / "out", wanted, GERMAN, **options)
    return [message_from_bytes(file.read_bytes(), policy=default) for file in made.files], made


def calendar_of(message):
    (entry,) = [part for part in message.iter_attachments() if part.get_content_type() == "text/calendar"]
    return Calendar.from_ical(entry.get_payload(decode=True)), entry["Content-Type"].params["method"]


def test_each_partner_gets_a_draft_of_its_own(ws, tmp_path, event, town, club):
    (first, second), made = written(ws, tmp_path, order(ws, event, town, club))
    assert [each.addr_spec for each in first["To"].addresses] == ["post@koethen.example"]
    assert "Sehr geehrte Damen und Herren,\r\n" in first.get_content()
    assert [each.addr_spec for each in second["To"].addresses] == ["eva@v.example"]
    assert second.get_content().startswith("Sehr geehrte Frau Dr. Muster,\r\n")
    assert [file.name for file in made.files] == ["01 Stadt Köthen -Anhalt.eml", "02 Verein -Süd- - Nord.eml"]
    assert b"v.example" not in made.files[0].read_bytes()


def test_one_draft_to_all_hides_them_from_each_other(ws, tmp_path, event, town, club):
    (message,), made = written(ws, tmp_path, order(ws, event, town, club, attached=("calendar",), is_joint=True))
    assert [each.addr_spec for each in message["To"].addresses] == [OFFICE.email]
    assert {each.addr_spec for each in message["Bcc"].addresses} == {"post@koethen.example", "eva@v.example"}
    assert "Sehr geehrte Damen und Herren" in message.get_body().get_content()
    calendar, method = calendar_of(message)
    assert (method, calendar["METHOD"]) == ("PUBLISH", "PUBLISH")
    assert b"ATTENDEE" not in calendar.to_ical()
    assert [file.name for file in made.files] == ["Bürgerdialog Köthen.eml"]


def test_who_has_no_address_is_told_and_not_dropped(ws, tmp_path, event, town):
    silent = make_partner(ws, "Ohne Adresse")
    citizen = make_partner(ws, "Ada Frei", category=PartnerCategory.citizen, email="ada@frei.example")
    _messages, made = written(ws, tmp_path, order(ws, event, silent, town, citizen))
    assert len(made.files) == 1
    assert [each.partner_id for each in made.left_out] == [silent, citizen]
    with pytest.raises(LandaufError, match="None of the chosen"):
        written(ws, tmp_path, order(ws, event, silent))


def test_a_person_past_the_review_is_not_written_to(ws, event):
    partner = make_partner(ws, "Schule")
    past = ContactDraft(partner, "Leitung", "Herr Alt", email="alt@s.example", review_on=date(2027, 4, 1))
    ws.run("Person", partners.add_contact, replace(past, legal_basis=LegalBasis.consent))
    (found,) = ws.ask(mail_recipients.recipients, [partner])
    assert (found.address, bool(found.problem)) == ("", True)


def test_the_calendar_entry_invites_only_the_one_who_gets_it(ws, tmp_path, event, town, club):
    messages, _made = written(ws, tmp_path, order(ws, event, town, club, attached=("calendar",)))
    for message, address in zip(messages, ("post@koethen.example", "eva@v.example"), strict=True):
        calendar, method = calendar_of(message)
        (entry,) = calendar.walk("VEVENT")
        assert (method, entry["ATTENDEE"]) == ("REQUEST", f"mailto:{address}")


def test_a_cancellation_takes_the_date_out_under_a_higher_sequence(ws, tmp_path, event, town):
    written(ws, tmp_path, order(ws, event, town, attached=("calendar",)))
    change_event(ws, event, state=EventState.cancelled, state_reason="Saal gesperrt")
    cancelled = order(ws, event, town, template=MailTemplate.cancellation, attached=("calendar",))
    (message,), _made = written(ws, tmp_path, cancelled)
    calendar, method = calendar_of(message)
    (entry,) = calendar.walk("VEVENT")
    assert (method, entry["SEQUENCE"], entry["STATUS"]) == ("CANCEL", 1, "CANCELLED")
    assert message["Subject"].startswith("Abgesagt: Bürgerdialog Köthen")
    assert "Saal gesperrt" not in message.get_body().get_content()


def test_a_text_that_does_not_fit_the_state_is_not_proposed(ws, event):
    with pytest.raises(LandaufError, match="takes place"):
        mail.proposed(ws, event, MailTemplate.cancellation, GERMAN)
    change_event(ws, event, state=EventState.cancelled, state_reason="Saal gesperrt")
    with pytest.raises(LandaufError, match="called off"):
        mail.proposed(ws, event, MailTemplate.invitation, GERMAN)


def test_documents_are_attached_as_pdf_and_letters_bear_one_address_only(ws, tmp_path, event, town, club):
    attached = ("invitation", "invitation_letter")
    messages, _made = written(ws, tmp_path, order(ws, event, town, club, attached=attached))
    for message in messages:
        papers = list(message.iter_attachments())
        assert [paper.get_content_type() for paper in papers] == ["application/pdf"] * 2
        assert papers[0].get_filename() == "Einladung zum Bürgerdialog Bürgerdialog Köthen.pdf"
        assert all(paper.get_content().startswith(b"%PDF") for paper in papers)
    letters = [list(message.iter_attachments())[1].get_content() for message in messages]
    assert letters[0] != letters[1]
    with pytest.raises(LandaufError, match="A letter to one partner"):
        written(ws, tmp_path, order(ws, event, town, club, attached=attached, is_joint=True))


def test_no_document_for_the_house_can_be_attached(ws, tmp_path, event, town):
    offered = {each.key for each in ws.ask(mail_enclosures.enclosures, event, (town,))}
    assert {"calendar", "invitation", "programme", "flyer"} <= offered
    assert not offered & {"briefing", "invitee_list", "attendance_list", "event_packing_list", "minutes"}
    with pytest.raises(NotFoundError, match="briefing"):
        written(ws, tmp_path, order(ws, event, town, attached=("briefing",)))


def test_the_confirmation_to_the_host_goes_to_the_host_only(ws, town, club):
    asked = make_request(ws, "Stadt Köthen", EventKind.lecture, town="Köthen", street="Markt 1", postcode="06366")
    draft = event_draft("Vortrag", kind=EventKind.lecture, host_id=town)
    event = ws.run("Accept", requests.accept, asked, draft)
    keys = [
        {each.key for each in ws.ask(mail_enclosures.enclosures, event, to)} for to in ((town,), (club,), (town, club))
    ]
    assert ["lecture_confirmation" in each for each in keys] == [True, False, False]


def test_an_internal_event_is_written_to_nobody(ws, town):
    hidden = make_event(ws, "Intern", audience=Audience.internal)
    with pytest.raises(LandaufError, match="not be internal"):
        mail.proposed(ws, hidden, MailTemplate.invitation, GERMAN)


def test_without_the_offices_mailbox_it_is_refused_by_one_line(ws, tmp_path, event, town):
    ws.run("Office", settings.save, replace(ws.ask(settings.load), office=replace(OFFICE, email="")))
    with pytest.raises(LandaufError, match="as their sender"):
        written(ws, tmp_path, order(ws, event, town))
    with pytest.raises(LandaufError, match="Invitations need"):
        invitations.export_invitation(ws, tmp_path / "a.ics", event, town, GERMAN)
    assert not (tmp_path / "a.ics").exists()


def test_the_contact_log_tells_of_a_draft_only_if_asked(ws, tmp_path, event, town, club):
    written(ws, tmp_path, order(ws, event, town))
    assert ws.ask(contact_log.timeline, town) == ()
    written(ws, tmp_path, order(ws, event, town, club), logs=True)
    (line,) = ws.ask(contact_log.timeline, town)
    assert line.subject == "E-Mail-Entwurf erstellt: Einladung: Bürgerdialog Köthen, 13.05.2027"
    assert (line.day, line.event_id) == (date(2027, 4, 28), event)
    ws.undo()
    assert ws.ask(contact_log.timeline, club) == ()


def test_files_are_the_same_when_nothing_changed(ws, tmp_path, event, town):
    wanted = order(ws, event, town, attached=("calendar", "invitation"))
    _messages, made = written(ws, tmp_path, wanted)
    before = made.files[0].read_bytes()
    assert written(ws, tmp_path, wanted)[1].files[0].read_bytes() == before


def test_a_folder_that_cannot_be_made_is_told(ws, tmp_path, event, town):
    (tmp_path / "out").write_text("a file")
    with pytest.raises(FileProblemError, match="cannot be made"):
        written(ws, tmp_path, order(ws, event, town))


def test_the_invited_are_those_with_a_record(ws, event, town):
    drafts = [InviteeDraft("Stadt", town), InviteeDraft("Ohne Karte")]
    ws.run("Invite", invitees.add, event, drafts)
    assert ws.ask(mail_recipients.invited, event) == (town,)


def test_an_entry_names_no_address_of_a_partner(ws, tmp_path, event, town):
    invitations.export_entry(ws, tmp_path / "a.ics", event, Audience.public, GERMAN)
    octets = (tmp_path / "a.ics").read_bytes()
    assert b"koethen.example" not in octets
    assert b"METHOD:PUBLISH" in octets
    with pytest.raises(UsageError):
        invitations.export_entry(ws, tmp_path / "a.txt", event, Audience.public, GERMAN)


CHECK = r"""
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
int main(int count, char **names) {
    for (int i = 1; i < count; i++) {
        FILE *in = fopen(names[i], "rb");
        static char text[1 << 20];
        text[fread(text, 1, sizeof text - 1, in)] = 0;
        fclose(in);
        icalcomponent *found = icalparser_parse_string(text);
        if (!found || !icalrestriction_check(found) || icalcomponent_count_errors(found)) {
            printf("%s\n", found ? icalcomponent_as_ical_string(found) : "unreadable");
            return 1;
        }
    }
    return 0;
}
"""


def test_libical_finds_nothing_against_the_rules_of_invitations(ws, tmp_path, event, town):
    compiler = shutil.which("gcc")
    if compiler is None:
        pytest.skip("there is no gcc here")
    (tmp_path / "check.c").write_text(CHECK)
    built = subprocess.run(
        [compiler, "check.c", "-o", "check", "-lical"], cwd=tmp_path, capture_output=True, check=False
    )
    if built.returncode:
        pytest.skip("libical is not here (libical-dev)")
    files = [tmp_path / f"{name}.ics" for name in ("invitation", "entry", "cancellation", "everybody")]
    invitations.export_invitation(ws, files[0], event, town, GERMAN)
    invitations.export_entry(ws, files[1], event, Audience.public, GERMAN)
    change_event(ws, event, state=EventState.cancelled, state_reason="Saal gesperrt")
    invitations.export_cancellation(ws, files[2], event, town, GERMAN)
    invitations.export_cancellation(ws, files[3], event, None, GERMAN)
    checked = subprocess.run(["./check", *files], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (checked.stdout, checked.returncode) == ("", 0)
