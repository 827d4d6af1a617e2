"""Publications and their stock in the workspace: booked, counted, handed out, replaced, deleted."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.errors import InvalidInputError, NotFoundError
from domain.rows.catalogue import OfferDraft
from domain.rows.events import HandOut
from domain.rows.filters import PublicationFilter
from domain.rows.publications import MovementDraft, PublicationDraft, StockEntry
from domain.terms import EventState, StockReason, StockState
from domain.usecases import catalogue, events, publication_rows, publications
from tests.builders import DAY, change_event, event_draft, make_event, make_publication, make_topic

TODAY = date(2027, 4, 28)


def deliver(ws, publication_id, copies, day=TODAY):
    ws.run("Book", publications.enter, StockEntry(publication_id, day, copies))


def row(ws, publication_id):
    return next(each for each in ws.ask(publications.list_rows) if each.id == publication_id)


def lines(ws, publication_id):
    return [(each.quantity, each.stock) for each in ws.ask(publication_rows.detail, publication_id).lines]


def test_stock_is_what_came_less_what_went_and_was_handed_out(ws):
    leaflet = make_publication(ws)
    deliver(ws, leaflet, 500, TODAY - timedelta(days=300))
    ws.run("Book", publications.enter, StockEntry(leaflet, TODAY - timedelta(days=30), 40, StockReason.sent))
    make_event(ws, day=TODAY - timedelta(days=9), publications=(HandOut(leaflet, 100, 85),), state=EventState.held)
    assert row(ws, leaflet).stock == 375
    assert lines(ws, leaflet) == [(500, 500), (-40, 460), (-85, 375)]


def test_coming_events_promise_copies_until_they_have_handed_them_out(ws):
    leaflet = make_publication(ws)
    deliver(ws, leaflet, 100)
    event = make_event(ws, publications=(HandOut(leaflet, 60),))
    make_event(ws, "Abgesagt", publications=(HandOut(leaflet, 60),), state=EventState.cancelled, state_reason="Sturm")
    assert (row(ws, leaflet).promised, row(ws, leaflet).stock) == (60, 100)
    change_event(ws, event, publications=(HandOut(leaflet, 60, 50),))
    assert (row(ws, leaflet).promised, row(ws, leaflet).stock) == (0, 50)


def test_stock_runs_out_on_the_day_of_the_first_event_that_gets_too_few(ws):
    leaflet = make_publication(ws)
    deliver(ws, leaflet, 100)
    for days, copies in ((0, 60), (3, 60), (9, 10)):
        make_event(ws, day=DAY + timedelta(days=days), publications=(HandOut(leaflet, copies),))
    assert (row(ws, leaflet).state, row(ws, leaflet).runs_out) == (StockState.runs_out, DAY + timedelta(days=3))


def test_stock_below_zero_is_shown_and_not_refused(ws):
    leaflet = make_publication(ws, minimum=50)
    ws.run("Book", publications.enter, StockEntry(leaflet, TODAY, 20, StockReason.discarded))
    assert (row(ws, leaflet).stock, row(ws, leaflet).state) == (-20, StockState.negative)
    assert row(ws, leaflet).to_order == 50


def test_stock_taking_books_the_difference_on_its_day(ws):
    leaflet = make_publication(ws)
    deliver(ws, leaflet, 500, TODAY - timedelta(days=10))
    deliver(ws, leaflet, 100, TODAY)
    entry = StockEntry(leaflet, TODAY - timedelta(days=1), 480, StockReason.inventory)
    assert ws.run("Count", publications.enter, entry) == -20
    assert row(ws, leaflet).stock == 580
    assert ws.run("Count", publications.enter, replace(entry, day=TODAY, copies=580)) == 0
    assert lines(ws, leaflet)[-1] == (0, 580)


@pytest.mark.parametrize(
    ("copies", "reason"),
    [
        (None, StockReason.delivery),
        (0, StockReason.sent),
        (-1, StockReason.inventory),
        (2_000_000, StockReason.delivery),
    ],
)
def test_entry_that_cannot_be_is_refused_at_its_field(ws, copies, reason):
    leaflet = make_publication(ws)
    with pytest.raises(InvalidInputError) as caught:
        ws.run("Book", publications.enter, StockEntry(leaflet, TODAY, copies, reason))
    assert {problem.field for problem in caught.value.problems} == {"copies"}


def test_movement_of_nothing_and_of_something_gone_is_refused(ws):
    leaflet = make_publication(ws)
    with pytest.raises(InvalidInputError):
        ws.run("Book", publications.book, MovementDraft(leaflet, TODAY, 0, StockReason.delivery))
    ws.run("Delete", publications.delete, [leaflet])
    with pytest.raises(NotFoundError):
        deliver(ws, leaflet, 5)


def test_new_edition_replaces_the_old_one_in_one_step(ws):
    old = make_publication(ws, edition="1. Auflage")
    draft = replace(row(ws, old).draft, edition="2. Auflage", valid_until=None)
    new = ws.run("New edition", publications.add_edition, old, draft)
    assert (row(ws, old).draft.replaced_by_id, row(ws, old).replaced_by) == (new, "Enkeltrick, 2. Auflage")
    assert ws.ask(publication_rows.detail, new).replaces == "Enkeltrick, 1. Auflage"
    with pytest.raises(InvalidInputError):
        ws.run("New edition", publications.add_edition, old, draft)
    ws.undo()
    assert [each.id for each in ws.ask(publications.list_rows)] == [old]
    assert row(ws, old).draft.replaced_by_id is None


def test_edition_cannot_be_replaced_by_itself_on_any_way(ws):
    first, second = make_publication(ws, "A"), make_publication(ws, "B")
    ws.run("Change", publications.change, first, replace(row(ws, first).draft, replaced_by_id=second))
    for publication, successor in ((second, first), (first, first)):
        draft = replace(row(ws, publication).draft, replaced_by_id=successor)
        with pytest.raises(InvalidInputError) as caught:
            ws.run("Change", publications.change, publication, draft)
        assert caught.value.problems[0].field == "replaced_by_id"


def test_deleting_takes_movements_along_and_undo_brings_all_back(ws):
    leaflet = make_publication(ws)
    deliver(ws, leaflet, 70)
    event = make_event(ws, publications=(HandOut(leaflet, 60),))
    ws.run("Delete", publications.delete, [leaflet])
    assert ws.ask(events.detail, event).draft.publications == ()
    ws.undo()
    assert (row(ws, leaflet).stock, row(ws, leaflet).promised) == (70, 60)


def test_list_is_narrowed_by_words_language_topic_state_and_what_to_order(ws):
    topic = make_topic(ws, "Betrug")
    german = make_publication(ws, "Enkeltrick", topic_id=topic, minimum=10, pack_size=25)
    polish = make_publication(ws, "Oszustwo na wnuczka", language="pl", publisher="Köthener Druck")
    deliver(ws, polish, 5)

    def found(**wanted):
        return [each.id for each in ws.ask(publications.list_rows, PublicationFilter(**wanted))]

    assert found(text="koethener") == [polish]
    assert found(languages=("pl",)) == [polish]
    assert found(topic_ids=(topic,)) == [german]
    assert found(states=(StockState.empty,)) == [german]
    assert found(to_order=True) == [german]
    assert (row(ws, german).topic, row(ws, german).to_order, row(ws, german).packs) == ("Betrug", 25, 1)


def test_history_links_events_and_names_reasons(ws):
    leaflet = make_publication(ws)
    deliver(ws, leaflet, 70, TODAY - timedelta(days=20))
    past = TODAY - timedelta(days=9)
    event = make_event(ws, "Markt", day=past, publications=(HandOut(leaflet, 50, 30),), state=EventState.held)
    open_one = make_event(ws, "Ohne Zahl", day=past, publications=(HandOut(leaflet, 20),), state=EventState.held)
    found = ws.ask(publication_rows.detail, leaflet)
    assert [(line.reason, line.event_id, line.title, line.day) for line in found.lines] == [
        (StockReason.delivery, None, "", TODAY - timedelta(days=20)),
        (None, event, "Markt", past),
    ]
    assert [(each.event_id, each.copies) for each in found.unreported] == [(open_one, 20)]


def test_offer_topic_and_languages_suggest_what_to_take_along(ws):
    topic = make_topic(ws, "Betrug")
    offered = make_publication(ws, "Zum Vortrag", valid_until=DAY - timedelta(days=1))
    newer = ws.run("New", publications.add_edition, offered, PublicationDraft("Zum Vortrag", "neu"))
    fitting = make_publication(ws, "Zum Thema", topic_id=topic)
    make_publication(ws, "Na temat", topic_id=topic, language="pl")
    has = make_publication(ws, "Schon dabei", topic_id=topic)
    offer = ws.run("Offer", catalogue.create, OfferDraft("Vortrag", publication_ids=(offered,)))
    draft = event_draft(offer_id=offer, topic_ids=(topic,), expected=40, publications=(HandOut(has, 5),))
    assert ws.ask(publication_rows.suggestions, draft) == (HandOut(newer, 40), HandOut(fitting, 40))
    assert len(ws.ask(publication_rows.suggestions, replace(draft, languages=("de", "pl")))) == 3


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["enter", "plan", "hand out", "undo", "redo"]), st.sampled_from(StockReason), st.integers(0, 90)
    ),
    max_size=8,
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(steps=STEPS)
def test_whatever_happens_stock_is_the_sum_of_its_changes(ws, steps):
    leaflet, event = make_publication(ws), make_event(ws)
    floor = ws.undo_state().undo
    for what, reason, copies in steps:
        state = ws.undo_state()
        match what:
            case "undo" if state.undo != floor:
                ws.undo()
            case "redo" if state.redo:
                ws.redo()
            case "enter":
                ws.run("Book", publications.enter, StockEntry(leaflet, TODAY, copies + 1, reason))
            case "plan" | "hand out":
                given = copies if what == "hand out" else None
                change_event(ws, event, publications=(HandOut(leaflet, copies, given),))
        found = ws.ask(publication_rows.detail, leaflet)
        assert found.row.stock == sum(line.quantity for line in found.lines)
        assert [line.stock for line in found.lines[-1:]] in ([], [found.row.stock])
        assert found.row.promised == sum(promise.copies for promise in found.promises)
