"""What the check before printing finds, for which documents, and how grave it is."""

from datetime import date
from uuid import uuid4

from domain.rows.packs import PackFacts
from domain.rules.pack_checks import findings
from domain.terms import Grade, PackProblem

FULL = PackFacts(day=date(2027, 5, 14), has_agenda=True, has_host=True, has_moderation=True, event_id=uuid4())


def found(document, facts, **options):
    options = {"is_internal": False, **options}
    return {each.problem: each for each in findings(document, facts, **options)}


def changed(**fields):
    return PackFacts(**{name: getattr(FULL, name) for name in FULL.__slots__} | fields)


def test_a_complete_event_has_nothing_to_mend():
    assert found("invitation", FULL) == {}


def test_an_edition_that_ends_before_the_day_is_an_error_and_one_that_ends_on_it_is_not():
    assert found("handout", FULL, valid_until=date(2027, 5, 13))[PackProblem.edition_expired].grade is Grade.error
    assert found("handout", FULL, valid_until=date(2027, 5, 14)) == {}


def test_a_missing_agenda_matters_where_it_is_printed():
    facts = changed(has_agenda=False)
    assert PackProblem.agenda_missing in found("programme", facts)
    assert found("attendance_list", facts) == {}


def test_a_missing_host_is_told_for_what_invites():
    assert PackProblem.host_missing in found("invitation", changed(has_host=False))
    assert found("event_packing_list", changed(has_host=False)) == {}


def test_missing_moderation_leads_to_the_event():
    finding = found("table_signs", changed(has_moderation=False))[PackProblem.moderation_missing]
    assert (finding.page, finding.record) == ("events", FULL.event_id)


def test_what_does_not_apply_is_not_missing():
    facts = changed(has_agenda=None, has_moderation=None)
    assert found("briefing", facts) == {}


def test_an_unsure_date_is_a_hint_on_papers_that_settle_things_and_a_warning_elsewhere():
    facts = changed(unconfirmed=("Markt",))
    assert found("briefing", facts)[PackProblem.unconfirmed].grade is Grade.warning
    assert found("event_packing_list", facts)[PackProblem.unconfirmed].grade is Grade.hint


def test_office_details_are_missed_only_on_what_leaves_the_house():
    facts = changed(has_office=False)
    assert found("invitation", facts)[PackProblem.office_missing].page == "settings"
    assert found("briefing", facts, is_internal=True) == {}


def test_permits_and_publications_are_told_on_the_papers_that_go_along():
    facts = changed(without_permit=("Markt",), expired=("Faltblatt, 2024",))
    assert set(found("event_packing_list", facts)) == {PackProblem.permit_missing, PackProblem.publication_expired}
