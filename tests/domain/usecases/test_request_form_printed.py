"""The request form gets its topics from the catalogue of the workspace."""

from dataclasses import replace
from datetime import date

from domain.rows.catalogue import OfferDraft
from domain.rows.printing import PrintChoice
from domain.terms import EventKind
from domain.usecases import catalogue, printing, vocabulary


def test_the_workspace_gives_its_valid_offers_and_the_topics_without_one(ws):
    covered = ws.run("Topic", vocabulary.add_topic, "Einbruchschutz")
    ws.run("Topic", vocabulary.add_topic, "Sicher im Netz")
    offer = OfferDraft("Wie Sie Ihr Haus schützen", EventKind.consultation, covered)
    ws.run("Offer", catalogue.create, offer)
    old = replace(offer, title="Vergangenes", valid_until=date(2020, 12, 31))
    ws.run("Offer", catalogue.create, old)
    data = ws.ask(printing.gather, "request_form", PrintChoice())
    assert data.topics == ("Wie Sie Ihr Haus schützen", "Sicher im Netz")
    wanted = ws.ask(printing.gather, "request_form", PrintChoice(kind=EventKind.lecture))
    assert (wanted.topics, wanted.kind) == (("Sicher im Netz",), EventKind.lecture)
