"""Which qualification advice needs."""

import pytest

from domain.i18n import language
from domain.rows.events import AssignmentDraft, ConsultationFacts
from domain.rows.settings import AdviceSettings, Settings
from domain.rows.tours import HeldQualification
from domain.terms import AdviceField, AssignmentRole, Audience, EventKind, OnlineChannel, Rule
from domain.usecases import conflicts, online_posts, settings, vocabulary
from domain.usecases.advice import advice_qualifications
from tests.builders import make_event, make_person


@pytest.fixture
def known(ws):
    usual = ws.run("Q", vocabulary.add_qualification, "Sicherheitstechnische Beratung")
    other = ws.run("Q", vocabulary.add_qualification, "Fachberater Einbruchschutz")
    return usual, other


def test_without_a_setting_it_is_the_one_of_the_usual_name(ws, known):
    assert ws.ask(advice_qualifications) == {AdviceField.security_technology: known[0]}


def test_the_setting_counts_and_survives(ws, known):
    ws.run("Settings", settings.save, Settings(advice=AdviceSettings(known[1])))
    assert ws.ask(settings.load).advice == AdviceSettings(known[1])
    assert ws.ask(advice_qualifications) == {AdviceField.security_technology: known[1]}


def test_without_any_qualification_none_is_needed(ws):
    assert ws.ask(advice_qualifications) == {}


def test_a_stored_consultation_without_a_qualified_adviser_is_a_conflict(ws, known):
    facts = ConsultationFacts(AdviceField.security_technology)
    lay = make_person(ws, "Jana Kühne")
    skilled = make_person(ws, "Uwe Skizze", qualifications=(HeldQualification(known[0]),))
    for person, rules in ((lay, [Rule.adviser_unqualified]), (skilled, [])):
        assigned = (AssignmentDraft(person, AssignmentRole.adviser),)
        event_id = make_event(ws, kind=EventKind.consultation, facts=facts, assignments=assigned, host_name="Stadt")
        assert [found.rule for found in ws.ask(conflicts.findings_of, event_id)] == rules
        mine = [found for found in ws.ask(conflicts.all_findings) if found.event_id == event_id]
        assert [found.rule for found in mine] == rules


def test_a_text_is_proposed_for_public_events_only(ws):
    public = make_event(ws, "Bürgerdialog Zerbst", internal_notes="GEHEIM")
    hidden = make_event(ws, "Streife", kind=EventKind.joint_patrol, audience=Audience.internal)
    german = language("de")
    text = ws.ask(online_posts.proposed_text, public, OnlineChannel.mastodon, "", german)
    assert text.startswith("Bürgerdialog Zerbst\n")
    assert "GEHEIM" not in text
    assert ws.ask(online_posts.proposed_text, hidden, OnlineChannel.mastodon, "", german) is None


def test_events_are_suggested_for_contributions_but_no_contributions(ws):
    make_event(ws, "Beitrag Zerbst", kind=EventKind.online)
    wanted = make_event(ws, "Bürgerdialog Zerbst")
    make_event(ws, "Idee Zerbst", day=None)
    found = ws.ask(online_posts.suggest_events, "Zerbst", language("de"))
    assert [(row.id, row.name) for row in found] == [(wanted, "Bürgerdialog Zerbst, 13.05.2027")]
