"""Whatever is typed into a field is taken whole or refused by name; nothing else comes of it."""

from dataclasses import fields, replace
from datetime import date

import pytest

from domain.errors import InvalidInputError
from domain.rows.concerns import AnswerDraft, ConcernDraft
from domain.rows.invitees import InviteeDraft
from domain.rows.meetings import AgendaDraft, ResolutionDraft, TaskDraft
from domain.rows.memberships import MembershipDraft
from domain.rows.network import EntryDraft, RelationDraft
from domain.rows.practice import PracticeProfile
from domain.rows.workflow import TemplateStep
from domain.terms import EventKind, WorkList
from domain.usecases import (
    agenda,
    concerns,
    contact_log,
    invitees,
    memberships,
    practice,
    relations,
    resolutions,
    tasks,
    workflow,
)
from tests.builders import DAY, dump, make_concern, make_event, make_partner

WORDS = {
    "control characters": "NUL\x00 ESC\x1b[31m",
    "half of a pair": "\ud800",
    "200,000 characters": "ä" * 200_000,
    "markup": "<b>&amp;</b> <img src=x>",
    "formula": "=1+1",
    "right to left": "\u202eegnartsa\u202c שלום",
    "lines": "eins\r\nBEGIN:VCARD\nzwei\u2028drei",
    "emoji": "🚓👩‍👩‍👧",
    "longer than a title": "x" * 301,
}
IMPOSSIBLE = {WORDS[name] for name in ("control characters", "half of a pair", "200,000 characters")}
HARMLESS = {WORDS[name] for name in ("markup", "formula", "right to left", "lines", "emoji")}


@pytest.fixture
def at(ws):
    """Ids of an event, two institutions, a concern and an agenda item."""
    event = make_event(ws, ags="15082180", best_practice=True)
    council, other = make_partner(ws, "Präventionsrat"), make_partner(ws, "Stadt Köthen")
    item = ws.run("Item", agenda.add, event, AgendaDraft("Punkt"))
    return event, council, other, make_concern(ws), item


def drafts(at):
    """Every draft with words: its use case (called with the draft) and the draft itself."""
    event, council, other, concern, item = at
    return (
        (concerns.capture, ConcernDraft("x", event_id=event)),
        (lambda s, d: concerns.answer(s, concern, d), AnswerDraft("x", public_text="")),
        (lambda s, d: agenda.add(s, event, d), AgendaDraft("x")),
        (lambda s, d: agenda.change(s, item, d), AgendaDraft("x")),
        (lambda s, d: resolutions.add(s, event, d), ResolutionDraft("x")),
        (tasks.add, TaskDraft("x", event_id=event)),
        (lambda s, d: invitees.add(s, event, [d]), InviteeDraft("x")),
        (memberships.add, MembershipDraft(council, other)),
        (relations.create, RelationDraft(council, other)),
        (contact_log.add, EntryDraft(council, date(2027, 4, 1), "x")),
        (lambda s, d: practice.put_profile(s, event, d), PracticeProfile("x")),
        (
            lambda s, d: workflow.put_template(s, WorkList.timeline, EventKind.citizen_dialogue, [d]),
            TemplateStep("own", "x", is_own=True),
        ),
    )


def plain_words(at):
    """Use cases that are given words themselves."""
    event, _council, _other, concern, _item = at
    return (
        ("office_name", lambda s, text: concerns.forward(s, concern, None, text, DAY)),
        ("state_reason", lambda s, text: concerns.drop(s, concern, text)),
        ("title", lambda s, text: agenda.take_concerns(s, event, {concern: text})),
    )


def is_taken_or_refused(ws, field, words, use_case, given):
    """Run the use case; `words` are refused there, or taken and taken back."""
    refusal = None
    try:
        ws.run("Type", use_case, given)
    except InvalidInputError as problem:
        refusal = problem
    if refusal is None:
        assert words not in IMPOSSIBLE
        ws.undo()
        return
    assert words not in HARMLESS
    assert {problem.field for problem in refusal.problems} == {field}
    assert len(str(refusal)) < 500


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_words_in_any_field_of_a_draft_are_taken_or_refused_there(ws, at, words):
    before = dump(ws)
    for use_case, draft in drafts(at):
        for field in fields(draft):
            if type(getattr(draft, field.name)) is not str or field.name == "key":
                continue
            is_taken_or_refused(ws, field.name, words, use_case, replace(draft, **{field.name: words}))
    assert dump(ws) == before


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_words_given_alone_are_taken_or_refused(ws, at, words):
    before = dump(ws)
    for field, use_case in plain_words(at):
        is_taken_or_refused(ws, field, words, use_case, words)
    assert dump(ws) == before
