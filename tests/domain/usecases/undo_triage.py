"""Steps with requests in triage, for the test that undoes everything."""

from domain.rows.requests import RequestDraft, Wish
from domain.rows.triage import Decision
from domain.terms import DeclineCause, EventKind
from domain.usecases import requests, triage
from tests.builders import DAY, KOETHEN, at


def let_request_wait(session, known, pick):
    requests.put_on_waiting_list(session, _asked(session))


def decline_for_a_cause(session, known, pick):
    causes = [cause for cause in DeclineCause if cause is not DeclineCause.other]
    requests.decline(session, _asked(session), "", causes[pick(len(causes))])


def accept_by_triage(session, known, pick):
    decision = Decision(known.offers[0], known.people[:1], at(DAY, "09:00"))
    triage.accept(session, _asked(session), decision)


def _asked(session):
    draft = RequestDraft("Gymnasium", EventKind.lecture, ags=KOETHEN, wishes=(Wish(DAY, DAY, 540),))
    return requests.create(session, draft)


TRIAGE_STEPS = {function.__name__: function for function in (let_request_wait, decline_for_a_cause, accept_by_triage)}
