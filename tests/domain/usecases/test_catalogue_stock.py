"""The starting stock of the catalogue: taken over once, kept as people wrote it."""

from dataclasses import replace

from domain.rows.vocabulary import TopicDraft
from domain.rules import validation
from domain.terms import EventKind
from domain.usecases import catalogue, catalogue_stock, vocabulary
from tests.builders import dump, make_topic

COUNT = 61
"""Qualifications, target groups, topics and offers together."""


def take(ws):
    return ws.run("Take over", catalogue_stock.take_stock)


def topic(ws, name):
    return next(row for row in ws.ask(vocabulary.topic_rows) if row.draft.name == name)


def test_topics_qualifications_groups_and_offers_come_and_one_undo_takes_them_away(ws):
    before = dump(ws)
    report = take(ws)
    assert (report.added, report.present) == (COUNT, 0)
    assert len(ws.ask(catalogue.list_rows)) == 17
    assert topic(ws, "Rechtsextremismus").draft.area == "Verfassungsschutz"
    assert topic(ws, "Einbruchschutz").qualification == "Sicherheitstechnische Beratung"
    ws.undo()
    assert dump(ws) == before


def test_a_second_run_adds_and_changes_nothing(ws):
    take(ws)
    before = dump(ws)
    assert ws.ask(catalogue_stock.take_stock, store=False).added == 0
    assert take(ws).present == COUNT
    assert dump(ws) == before


def test_counting_alone_stores_nothing(ws):
    before = dump(ws)
    assert ws.ask(catalogue_stock.take_stock, store=False).added == COUNT
    assert dump(ws) == before


def test_what_people_have_written_and_renamed_stays(ws):
    own = make_topic(ws, "einbruchschutz", area="Eigentum")
    take(ws)
    offer = ws.ask(catalogue.list_rows)[0]
    ws.run("Rename", catalogue.change, offer.id, replace(offer.draft, title="Unser Titel", aims="Unsere Ziele"))
    spam = topic(ws, "Cyberangriffe")
    ws.run("Rename", vocabulary.change_topic, spam.id, TopicDraft("Angriffe im Netz"))
    assert take(ws).added == 0
    assert next(row.draft.area for row in ws.ask(vocabulary.topic_rows) if row.id == own) == "Eigentum"
    kept = next(row.draft for row in ws.ask(catalogue.list_rows) if row.id == offer.id)
    assert (kept.title, kept.aims) == ("Unser Titel", "Unsere Ziele")
    assert "Cyberangriffe" not in {row.draft.name for row in ws.ask(vocabulary.topic_rows)}
    burglary = [row for row in ws.ask(catalogue.list_rows) if row.draft.topic_id == own]
    assert [row.draft.kind for row in burglary] == [EventKind.consultation]


def test_what_was_deleted_comes_back_when_asked_for_again(ws):
    take(ws)
    gone = ws.ask(catalogue.list_rows)[0]
    ws.run("Delete", catalogue.delete, [gone.id])
    assert take(ws).added == 1
    assert gone.draft.title in {row.draft.title for row in ws.ask(catalogue.list_rows)}


def test_every_offer_says_for_whom_how_long_with_what_aim_and_how_it_stays_neutral(ws):
    take(ws)
    for row in ws.ask(catalogue.list_rows):
        draft = row.draft
        assert not validation.offer_problems(draft)
        texts = (draft.listeners, draft.aims, draft.public_text, draft.neutrality_note, draft.needs)
        assert all(texts), draft.title
        assert not any("  " in text or "\n" in text for text in texts), draft.title
        assert row.target_groups
        assert draft.duration_minutes
