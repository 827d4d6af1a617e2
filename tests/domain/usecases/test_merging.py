"""Two partners become one: nothing is lost, and undo brings both back exactly."""

from collections import Counter
from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.errors import ConflictError, InvalidInputError, NotFoundError
from domain.i18n import language
from domain.rows.duplicates import MergeOrder, Side
from domain.rows.partners import ContactDraft, PartnerDraft
from domain.terms import LegalBasis, PartnerCategory, Schulform
from domain.usecases import duplicates, events, merging, partners
from tests.builders import dump, make_event, make_partner
from tests.domain.usecases import drafts, linking

GERMAN = language("de")


def merge(ws, one, two, **choices):
    """Merge two partners as proposed, except where chosen; returns the preview and the id that stays."""
    found = ws.ask(merging.preview, one, two)
    order = MergeOrder(found.left, found.right, tuple((field, Side(side)) for field, side in choices.items()))
    return found, ws.run("Merge", merging.merge, order, GERMAN)


def draft_of(ws, partner_id):
    return ws.ask(partners.detail, partner_id).draft


def contacts_of(ws, partner_id):
    return [contact.draft for contact in ws.ask(partners.detail, partner_id).contacts]


def add_contact(ws, partner_id, role="Schulleitung", **fields):
    return ws.run("Add", partners.add_contact, ContactDraft(partner_id, role, **fields))


@pytest.fixture
def two(ws):
    """Two records of one school; the first, with an event, stays."""
    first = make_partner(
        ws,
        "Gymnasium an der Bode",
        category=PartnerCategory.school,
        street="Uferstraße 12",
        postcode="06484",
        town="Quedlinburg",
        phone="03946 000-110",
        notes="Aula mit 200 Plätzen",
        last_contact=date(2027, 4, 14),
        confirmed=False,
    )
    second = make_partner(
        ws,
        "Gymnasium an der Bode, Quedlinburg",
        schulform=Schulform.gymnasium,
        town="Quedlinburg",
        phone="03946 000-114",
        email="schule@bode.example",
        notes="Strom im Hof",
        last_contact=date(2026, 5, 8),
    )
    make_event(ws, host_id=first)
    return first, second


def test_the_record_on_which_more_depends_stays(ws, two):
    assert ws.ask(merging.preview, *two).left.id == ws.ask(merging.preview, *reversed(two)).left.id == two[0]


def test_what_says_something_wins_and_the_later_day_the_longer_name_and_both_notes(ws, two):
    _found, kept = merge(ws, *two)
    draft = draft_of(ws, kept)
    assert (draft.name, draft.street) == ("Gymnasium an der Bode, Quedlinburg", "Uferstraße 12")
    assert (draft.category, draft.schulform) == (PartnerCategory.school, Schulform.gymnasium)
    assert (draft.email, draft.last_contact, draft.confirmed) == ("schule@bode.example", date(2027, 4, 14), True)
    assert draft.notes.startswith("Aula mit 200 Plätzen\nStrom im Hof\n")


def test_what_is_not_taken_stands_in_the_notes_with_its_source(ws, two):
    _found, kept = merge(ws, *two, phone="left", last_contact="left")
    notes = draft_of(ws, kept).notes.splitlines()
    assert "Zusammengeführt am 28.04.2027 mit „Gymnasium an der Bode, Quedlinburg“:" in notes
    assert {"Telefon: 03946 000-114", "Letzter Kontakt: 08.05.2026", "Name: Gymnasium an der Bode"} <= set(notes)


def test_both_telephones_may_be_kept_the_second_in_the_notes(ws, two):
    _found, kept = merge(ws, *two, phone="both")
    assert draft_of(ws, kept).phone == "03946 000-110"
    assert "Telefon: 03946 000-114" in draft_of(ws, kept).notes


def test_a_choice_for_the_right_one_is_followed(ws, two):
    _found, kept = merge(ws, *two, name="left", phone="right", notes="right")
    draft = draft_of(ws, kept)
    assert (draft.name, draft.phone) == ("Gymnasium an der Bode", "03946 000-114")
    assert draft.notes.startswith("Strom im Hof")
    assert "Bemerkung: Aula mit 200 Plätzen" in draft.notes


def test_the_preview_shows_what_will_be(ws, two):
    found = ws.ask(merging.preview, *two)
    order = MergeOrder(found.left, found.right, (("phone", Side.right),))
    shown = ws.ask(merging.outcome, order, GERMAN)
    assert draft_of(ws, ws.run("Merge", merging.merge, order, GERMAN)) == shown


def test_the_other_record_is_gone_and_found_no_more(ws, two):
    _found, kept = merge(ws, *two)
    with pytest.raises(NotFoundError):
        ws.ask(partners.detail, two[1])
    assert [hit.id for hit in ws.search("Quedlinburg") if hit.table == "partner"] == [kept]
    assert ws.check() == ()


def test_an_event_in_which_both_took_part_keeps_one_of_them(ws, two):
    event = make_event(ws, partner_ids=two, host_id=two[1], place_partner_id=two[0])
    merge(ws, *two)
    draft = ws.ask(events.detail, event).draft
    assert (draft.partner_ids, draft.host_id) == ((two[0],), two[0])


def test_people_who_are_the_same_become_one(ws, two):
    add_contact(ws, two[0], phone="03946 000-110", notes="Mo bis Mi")
    add_contact(ws, two[1], "schulleitung", name="J. Beispiel", phone="+49 3946 000110", email="a@b.example")
    _found, kept = merge(ws, *two)
    (only,) = contacts_of(ws, kept)
    assert (only.role, only.name, only.email) == ("Schulleitung", "J. Beispiel", "a@b.example")
    assert only.notes.startswith("Mo bis Mi")


@pytest.mark.parametrize(
    "other", [{"phone": "03946 000-111"}, {"legal_basis": LegalBasis.consent}, {"role": "Hausmeister"}]
)
def test_people_who_differ_stay_two(ws, two, other):
    add_contact(ws, two[0], phone="03946 000-110")
    add_contact(ws, two[1], **({"phone": "03946 000-110"} | other))
    _found, kept = merge(ws, *two)
    assert len(contacts_of(ws, kept)) == 2


def test_a_note_that_two_are_not_the_same_follows(ws, two):
    third = make_partner(ws, "Gymnasium an der Bode")
    ws.run("Apart", duplicates.set_apart, two[1], third)
    merge(ws, *two)
    assert ws.ask(duplicates.apart) == [frozenset((two[0], third))]


def test_a_note_that_these_two_are_not_the_same_goes_and_comes_back(ws, two):
    ws.run("Apart", duplicates.set_apart, *two)
    merge(ws, *two)
    assert ws.ask(duplicates.apart) == []
    ws.undo()
    assert ws.ask(duplicates.apart) == [frozenset(two)]


def fill_every_table(session, one, two):
    """A row for each table and column that points at partners: at the first, at the second, and equal ones at both."""
    for table, column in linking.linked():
        if [key.name for key in table.primary_key] != [column]:  # else there is one row a partner at most
            linking.put(session, table, **{column: two})
        row = linking.put(session, table, **{column: one})
        unique = {each.name for each in table.columns if each.unique} | {"id"}
        twin = {name: value for name, value in row.items() if name not in unique}
        linking.put(session, table, **(twin | {column: two}))
        ends = [name for there, name in linking.linked() if there is table]
        if len(ends) > 1 and column == ends[0] and not any(table.c[name].nullable for name in ends):
            linking.put(session, table, **{ends[0]: one, ends[1]: two})


def links(session, partner_id):
    """What every table says about a partner: column and row, without keys and the partner itself."""
    found = set()
    for table, column in linking.linked():
        for row in linking.rows_at(session, table, column, partner_id):
            told = {k: v for k, v in row.items() if k not in {"id", "version", "updated_at", column}}
            found.add((table.name, column, repr(told)))
    return found


def test_no_link_in_any_table_of_the_metadata_is_lost(ws, two):
    ws.run("Fill", fill_every_table, *two)
    assert {(table.name, column) for table, column in linking.linked()} >= {("contact", "partner_id")}
    before = {partner: ws.ask(links, partner) for partner in two}
    found, kept = merge(ws, *two)
    gone = found.right.id
    assert {link[:2] for link in before[gone]} == {(table.name, column) for table, column in linking.linked()}
    moved = {(table, column, row.replace(repr(gone), repr(kept))) for table, column, row in before[gone]}
    wanted = {link for link in before[kept] | moved if link[0] != "contact"}
    between_the_two = {link for link in wanted if repr(kept) in link[2] or repr(gone) in link[2]}
    assert ws.ask(links, gone) == set()
    assert wanted - between_the_two <= ws.ask(links, kept)
    ends = Counter(table.name for table, _column in linking.linked())
    assert all(ends[link[0]] > 1 for link in between_the_two)
    roles = {row for table, _column, row in before[kept] | moved if table == "contact"}
    assert len(roles) == len(contacts_of(ws, kept)) > 1
    assert ws.check() == ()


def test_undo_brings_every_row_of_every_table_back_and_redo_joins_them_again(ws, two):
    add_contact(ws, two[0])
    add_contact(ws, two[1])
    ws.run("Fill", fill_every_table, *two)
    before = dump(ws)
    merge(ws, *two)
    after = dump(ws)
    assert after != before
    ws.undo()
    assert dump(ws) == before
    ws.redo()
    assert dump(ws) == after
    ws.undo()
    assert dump(ws) == before


def test_a_link_between_the_two_cannot_stay_and_is_written_into_the_notes(ws, two):
    table = linking.PARTNER.metadata.tables["membership"]
    ws.run("Fill", lambda session: linking.put(session, table, body_id=two[0], member_id=two[1], notes="seit 2024"))
    _found, kept = merge(ws, *two)
    assert "seit 2024" in draft_of(ws, kept).notes
    assert "Mitgliedschaft" in draft_of(ws, kept).notes


def test_whoever_saw_an_older_version_is_refused_and_nothing_happens(ws, two):
    found = ws.ask(merging.preview, *two)
    ws.run("Change", partners.change, two[1], replace(found.right.draft, name="Anders"))
    before = dump(ws)
    with pytest.raises(ConflictError):
        ws.run("Merge", merging.merge, MergeOrder(found.left, found.right), GERMAN)
    assert dump(ws) == before


def test_notes_that_would_be_too_long_are_refused_and_nothing_happens(ws):
    one, two = (make_partner(ws, "Verein", notes=letter * 15_000) for letter in "ab")
    before = dump(ws)
    with pytest.raises(InvalidInputError) as refused:
        merge(ws, one, two)
    assert refused.value.problems[0].field == "notes"
    assert dump(ws) == before


def test_a_partner_is_not_merged_with_itself(ws, two):
    side = ws.ask(merging.preview, *two).left
    with pytest.raises(InvalidInputError):
        ws.run("Merge", merging.merge, MergeOrder(side, side), GERMAN)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12)
@given(st.data())
def test_of_any_two_records_every_value_is_in_the_result_and_undo_brings_both_back(ws, data):
    short = drafts.partners().filter(lambda draft: len(draft.notes) < 4_000)
    one, two = (ws.run("Create", partners.create, data.draw(short)) for _ in range(2))
    sides = {field.name: data.draw(st.sampled_from(Side)) for field in fields(PartnerDraft)}
    told = [draft_of(ws, each) for each in (one, two)]
    before = dump(ws)
    _found, kept = merge(ws, one, two, **sides)
    result = draft_of(ws, kept)
    for field in ("street", "phone", "email", "website", "postcode", "town", "notes", "name"):
        for draft in told:
            assert getattr(draft, field).strip() in f"{getattr(result, field)}\n{result.notes}"
    after = dump(ws)
    ws.undo()
    assert dump(ws) == before
    ws.redo()
    assert dump(ws) == after
    ws.undo()
