"""Everything that leaves the house, made from a file full of secrets: not one of them is in it."""

from datetime import date
from itertools import count
from zipfile import ZipFile

import pytest

from domain import outgoing
from domain.i18n import language
from domain.outgoing import annual_report as outgoing_annual
from domain.outgoing import calendars as outgoing_calendars
from domain.outgoing import concerns as outgoing_concerns
from domain.outgoing import coverage as outgoing_coverage
from domain.outgoing import parliament as outgoing_parliament
from domain.outgoing import web_page as outgoing_web
from domain.rows.calendars import CalendarChoice
from domain.rows.concerns import AnswerDraft, ConcernDraft
from domain.rows.coverage import CoverageFilter
from domain.rows.events import AssignmentDraft
from domain.rows.filters import ConcernFilter, EventFilter, PartnerFilter
from domain.rows.invitees import InviteeDraft
from domain.rows.meetings import AgendaDraft, ResolutionDraft, TaskDraft
from domain.rows.memberships import MembershipDraft
from domain.rows.network import EntryDraft, RelationDraft
from domain.rows.parliament import ParliamentQuestion
from domain.rows.partners import ContactDraft
from domain.rows.practice import PracticeProfile
from domain.rows.printing import PrintChoice
from domain.rows.tours import StaffDraft
from domain.terms import AssignmentRole, Audience, EventKind, EventState, InviteReply, MembershipRole, PartnerCategory
from domain.usecases import (
    agenda,
    concerns,
    contact_log,
    council_sessions,
    invitees,
    memberships,
    parliament,
    partners,
    people,
    practice,
    relations,
    resolutions,
    tasks,
)
from domain.usecases.report_snapshots import FROZEN
from tests.builders import DAY, KOETHEN, make_event, make_partner, open_workspace
from tests.domain.documents import tagged

PAST = date(2027, 3, 2)
QUESTION = ParliamentQuestion(date(2027, 1, 1), date(2027, 12, 31), kinds=tuple(EventKind))
OPEN = ("Offene Sitzung", "Präventionsrat", "Lampen kommen")
"""Words that must be there, so that the test does not pass over empty files."""


class Secrets:
    """Gives a new secret each time."""

    def __init__(self):
        self.numbers = count(1)

    def __call__(self, what):
        return f"Geheim{next(self.numbers)}{what}"


def fill(ws, secret):
    """A council, its session and a concern with a secret wherever somebody of the house can write one."""
    speaker = secret("Redner")
    hidden = ws.run("Add", people.create, StaffDraft(speaker, confidential=True, notes=secret("Notiz")))
    council = make_partner(ws, "Präventionsrat", category=PartnerCategory.council, ags=KOETHEN, notes=secret("Notiz"))
    town = make_partner(ws, "Stadt Köthen", ags=KOETHEN, notes=secret("Notiz"), source=secret("Quelle"))
    unsure = make_partner(ws, secret("Verein"), confirmed=False, ags=KOETHEN)
    citizen = make_partner(ws, secret("Bürgerin"), category=PartnerCategory.citizen, ags=KOETHEN, phone="0340 000666")
    contact = ws.run("Add", partners.add_contact, ContactDraft(town, secret("Rolle"), secret("Kontakt")))
    event = make_event(
        ws, "Offene Sitzung", day=PAST, kind=EventKind.council_meeting, state=EventState.held, host_id=council,
        audience=Audience.public, ags=KOETHEN, best_practice=True, partner_ids=(town,), room=secret("Raum"),
        internal_notes=secret("Notiz"), security_remarks=secret("Sicherheit"),
        assignments=(AssignmentDraft(hidden, AssignmentRole.speaker),),
    )  # fmt: skip
    for member in (town, unsure, citizen):
        draft = MembershipDraft(council, member, contact if member == town else None, MembershipRole.member)
        ws.run("Join", memberships.add, draft)
    ws.run("Tie", relations.create, RelationDraft(council, town, notes=secret("Beziehung")))
    ws.run("Log", contact_log.add, EntryDraft(town, PAST, secret("Anruf"), contact_id=contact))
    guests = [
        InviteeDraft(secret("Gast"), key, secret("Rolle"), notes=secret("Notiz")) for key in (town, citizen, None)
    ]
    ids = ws.run("Invite", invitees.add, event, guests)
    ws.run("Reply", invitees.set_reply, ids, InviteReply.accepted)
    item = AgendaDraft("Licht", 10, speaker, secret("Aussprache"), secret("Ergebnis"))
    ws.run("Item", agenda.add, event, item)
    ws.run("Resolve", resolutions.add, event, ResolutionDraft(f"Lampen kommen, sagt {speaker}"))
    ws.run("Task", tasks.add, TaskDraft("Lampe", event, responsible=secret("Zuständig"), notes=secret("Notiz")))
    draft = ConcernDraft(
        secret("Wortlaut"), event, place=secret("Ort"), office_name=secret("Amt"), notes=secret("Notiz"),
        public_text=f"Dunkel, auch {speaker} findet das",
    )  # fmt: skip
    concern = ws.run("Note", concerns.capture, draft).id
    ws.run("Answer", concerns.answer, concern, AnswerDraft(secret("Antwort"), public_answer="Lampen kommen"))
    ws.run("Note", concerns.capture, ConcernDraft(secret("Wortlaut"), ags=KOETHEN, place=secret("Ort")))
    ws.run("Profile", practice.put_profile, event, PracticeProfile("Lampen kommen", tips=f"{speaker} fragen"))
    ws.run("Next", council_sessions.plan_session, council, language("de"))
    make_event(ws, "Dialog", day=DAY, ags=KOETHEN, audience=Audience.partners, partner_ids=(unsure, citizen))
    return event, council


@pytest.fixture
def filled(tmp_path, clock):
    secret = Secrets()
    with open_workspace(tmp_path, clock) as ws:
        yield ws, *fill(ws, secret)


def tables(ws, folder, audience):
    """The files for an audience, as text."""
    tongue = language("de")
    for ending in ("csv", "json", "xlsx", "vcf", "ics"):
        calls = []
        if ending == "ics":
            calls.append(lambda out: outgoing_calendars.export_calendar(ws, out, CalendarChoice(audience), tongue))
        else:
            calls.append(lambda out: outgoing.export_partners(ws, out, audience, PartnerFilter(), tongue))
        if ending in {"csv", "json", "xlsx"}:
            calls.append(lambda out: outgoing.export_events(ws, out, audience, EventFilter(), tongue))
            calls.append(lambda out: outgoing_concerns.export_concerns(ws, out, audience, ConcernFilter(), tongue))
            calls.append(lambda out: outgoing_concerns.export_statistics(ws, out, tongue))
            calls.append(lambda out: outgoing_coverage.export_coverage(ws, out, CoverageFilter(), (), tongue))
            calls.append(lambda out: outgoing_parliament.export_answer(ws, out, QUESTION, tongue))
            calls.append(lambda out: outgoing_annual.export_report(ws, out, PAST.year, None, tongue))
        for number, call in enumerate(calls):
            out = folder / f"{number}.{ending}"
            call(out)
            yield out.name, whole_text(out)
    page = folder / "page.html"
    outgoing_web.export_page(ws, page, CalendarChoice(audience, EventFilter()), tongue)
    yield page.name, whole_text(page)


def whole_text(path):
    if path.suffix == ".xlsx":
        with ZipFile(path) as book:
            return "".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())
    return path.read_text("utf-8").replace("\n ", "")


def papers(ws, event, council, code):
    """The documents for the public, as text."""
    answer = ws.run(FROZEN, parliament.freeze, QUESTION)
    for name, choice in (
        ("parliament_answer", PrintChoice(snapshot_id=answer)),
        ("annual_report", PrintChoice(year=PAST.year)),
        ("council_profile", PrintChoice(partner_id=council)),
        ("best_practice", PrintChoice(event_id=event)),
        ("result_sheet", PrintChoice(event_id=event)),
        ("result_sheet", PrintChoice(kreis_ags="15082")),
        ("coverage_report", PrintChoice(year=2027)),
        ("invitation", PrintChoice(event_id=event)),
    ):
        yield name, tagged.text(outgoing.document(ws, name, choice, language(code)))


@pytest.mark.parametrize("audience", [Audience.public, Audience.partners])
def test_no_table_calendar_or_address_book_holds_a_secret(filled, tmp_path, audience):
    ws, _event, _council = filled
    found = dict(tables(ws, tmp_path, audience))
    assert [name for name, text in found.items() if "Geheim" in text or "000666" in text] == []
    assert all(any(words in text for text in found.values()) for words in OPEN)


@pytest.mark.parametrize("code", ["de", "en"])
def test_no_paper_for_the_public_holds_a_secret(filled, code):
    ws, event, council = filled
    found = list(papers(ws, event, council, code))
    assert [name for name, text in found if "Geheim" in text or "000666" in text] == []
    assert all(any(words in text for _name, text in found) for words in OPEN)
