"""Offers of the catalogue: kept whole, used, over; events made from them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.errors import ConflictError, InvalidInputError, NotFoundError
from domain.rows.catalogue import OfferDraft, OfferUsage
from domain.terms import EventKind, EventState
from domain.usecases import catalogue, events
from tests.builders import dump, make_event, make_group, make_topic
from tests.domain.usecases import drafts

SHARED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
TODAY = date(2027, 4, 28)


def offer(ws, title="Erkennen", **fields):
    return ws.run("Add", catalogue.create, OfferDraft(title, **fields))


def row(ws, offer_id):
    return next(found for found in ws.ask(catalogue.list_rows) if found.id == offer_id)


def plain(draft):
    return replace(
        draft,
        target_group_ids=frozenset(draft.target_group_ids),
        publication_ids=frozenset(draft.publication_ids),
    )


@SHARED
@given(data=st.data())
def test_every_field_of_an_offer_comes_back(ws, known, data):
    first, second = data.draw(drafts.offers(known)), data.draw(drafts.offers(known))
    offer_id = ws.run("Create", catalogue.create, first)
    assert plain(row(ws, offer_id).draft) == plain(first)
    ws.run("Change", catalogue.change, offer_id, second, 1)
    assert plain(row(ws, offer_id).draft) == plain(second)


def test_an_offer_somebody_changed_meanwhile_is_not_overwritten(ws):
    offer_id = offer(ws)
    ws.run("Change", catalogue.change, offer_id, OfferDraft("Anders"), 1)
    with pytest.raises(ConflictError):
        ws.run("Change", catalogue.change, offer_id, OfferDraft("Noch anders"), 1)


def test_an_offer_of_a_kind_that_nobody_asks_for_is_refused(ws):
    with pytest.raises(InvalidInputError):
        offer(ws, kind=EventKind.mobile_stop)


def test_usage_counts_what_was_held_whom_it_reached_and_what_is_planned(ws):
    offer_id = offer(ws)
    past = {"kind": EventKind.lecture, "offer_id": offer_id}
    make_event(ws, day=date(2027, 3, 3), state=EventState.held, actual=40, **past)
    make_event(ws, day=date(2027, 4, 7), state=EventState.reviewed, actual=25, **past)
    make_event(ws, day=date(2027, 4, 9), state=EventState.held, all_day=True, **past)
    make_event(ws, day=TODAY + timedelta(days=9), **past)
    make_event(ws, day=TODAY, state=EventState.cancelled, state_reason="krank", actual=9, **past)
    assert row(ws, offer_id).usage == OfferUsage(3, 65, 1, date(2027, 4, 9))


def test_an_offer_is_over_with_itself_or_with_its_topic(ws):
    gone = make_topic(ws, "Enkeltrick", valid_until=TODAY - timedelta(days=1))
    on_gone, old, today = (
        offer(ws, "A", topic_id=gone),
        offer(ws, "B", valid_until=TODAY - timedelta(days=1)),
        offer(ws, "C", valid_until=TODAY),
    )
    coming = offer(ws, "D", valid_from=TODAY + timedelta(days=1))
    assert {found.id for found in ws.ask(catalogue.list_rows) if found.is_over} == {on_gone, old}
    assert [found.id for found in ws.ask(catalogue.choices)] == [today]
    assert [found.id for found in ws.ask(catalogue.choices, TODAY + timedelta(days=1))] == [coming]


def test_an_event_from_an_offer_is_kept_with_its_groups_and_stays_when_the_offer_goes(ws):
    group = make_group(ws)
    offer_id = offer(ws, neutrality_note="sachlich", target_group_ids=(group,))
    event_id = ws.run("Make", events.create, ws.ask(catalogue.event_draft, offer_id))
    kept = ws.ask(events.detail, event_id).draft
    assert (kept.offer_id, kept.target_group_ids, kept.facts.neutrality_note) == (offer_id, (group,), "sachlich")
    before = dump(ws)
    ws.run("Delete", catalogue.delete, [offer_id])
    assert ws.ask(events.detail, event_id).draft == replace(kept, offer_id=None)
    ws.undo()
    assert dump(ws) == before


def test_an_event_from_an_offer_that_is_gone_cannot_be_made(ws):
    offer_id = offer(ws)
    ws.run("Delete", catalogue.delete, [offer_id])
    with pytest.raises(NotFoundError):
        ws.ask(catalogue.event_draft, offer_id)


def test_an_offer_is_found_by_what_it_is_about_and_for_whom(ws):
    offer_id = offer(ws, "Legen Sie auf!", listeners="Seniorenkreise in Köthen")
    assert [(hit.table, hit.id) for hit in ws.search("koethen")] == [("offer", offer_id)]
