"""Tasks, resolutions, timelines with their templates, mood counts, people from outside, and dialogues by phase."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.errors import InvalidInputError
from domain.rows.concerns import ConcernDraft
from domain.rows.dialogues import DialogueFilter
from domain.rows.events import DialogueFacts, OutsiderDraft
from domain.rows.invitees import InviteeDraft
from domain.rows.meetings import AgendaDraft, ResolutionDraft, TaskDraft
from domain.rows.memberships import MembershipDraft
from domain.rows.mood import MoodCounts
from domain.rows.practice import PracticeProfile
from domain.rows.workflow import TemplateStep, Tick
from domain.terms import AssignmentRole, Audience, EventKind, EventState, InviteReply, PartnerCategory, Phase, WorkList
from domain.usecases import (
    agenda,
    concerns,
    dialogues,
    events,
    invitees,
    memberships,
    mood,
    partners,
    practice,
    published,
    resolutions,
    tasks,
    workflow,
)
from tests.builders import DAY, HALLE, KOETHEN, change_event, dump, event_draft, make_event, make_partner
from tests.domain.usecases.meetings import add_items, titles_of

TODAY = date(2027, 4, 28)


def in_days(days):
    return TODAY + timedelta(days=days)


def test_open_tasks_of_all_events_come_by_due_date_and_are_ticked_in_one_step(ws):
    event_id, council = make_event(ws), make_partner(ws, "Präventionsrat", category=PartnerCategory.council)
    late, none = (
        ws.run("Task", tasks.add, TaskDraft(title, event_id=event_id, due=due))
        for title, due in (("Begehung", in_days(-2)), ("Irgendwann", None))
    )
    board = ws.run("Task", tasks.add, TaskDraft("Satzung", council_id=council, due=in_days(-9)))
    rows = ws.ask(tasks.open_tasks)
    assert [(row.id, row.about) for row in rows] == [
        (board, "Präventionsrat"),
        (late, "Bürgerdialog Köthen"),
        (none, "Bürgerdialog Köthen"),
    ]
    assert ws.run("Done", tasks.set_done, [late, board], done=True) == 2
    assert [row.id for row in ws.ask(tasks.open_tasks)] == [none]
    assert [row.draft.done_on for row in ws.ask(tasks.of_event, event_id)] == [None, TODAY]
    ws.undo()
    assert len(ws.ask(tasks.open_tasks)) == 3


def test_task_needs_a_title_and_something_it_belongs_to(ws):
    for draft in (TaskDraft(" ", event_id=make_event(ws)), TaskDraft("Begehung")):
        with pytest.raises(InvalidInputError):
            ws.run("Task", tasks.add, draft)


def test_resolutions_keep_their_order(ws):
    event_id = make_event(ws, kind=EventKind.council_meeting)
    first, second = (ws.run("New", resolutions.add, event_id, ResolutionDraft(words, "7 : 2")) for words in "AB")
    ws.run("Change", resolutions.change, second, ResolutionDraft("B2", "einstimmig"))
    ws.run("Delete", resolutions.delete, [first])
    (row,) = ws.ask(resolutions.rows, event_id)
    assert (row.position, row.draft) == (1, ResolutionDraft("B2", "einstimmig"))


def test_tick_holds_day_and_person_and_is_undone(ws):
    event_id = make_event(ws)
    before = dump(ws)
    ws.run("Tick", workflow.set_done, event_id, WorkList.checklist, [Tick("loop", "Höranlage", DAY, "")], done=True)
    ws.run("Tick", workflow.set_done, event_id, WorkList.timeline, [Tick("press", "Presse", DAY, "")], done=True)
    course = ws.ask(workflow.course, event_id)
    (loop,) = [step.tick for step in course.checklist if step.tick]
    assert (loop.key, loop.done_on, loop.done_by) == ("loop", TODAY, "Kühne")
    assert [step.key for step in course.timeline if step.tick] == ["press"]
    ws.run("Open", workflow.set_done, event_id, WorkList.timeline, [Tick("press", "", DAY, "")], done=False)
    ws.undo()
    ws.undo()
    ws.undo()
    assert dump(ws) == before


def test_checklist_has_what_access_needs(ws):
    keys = [step.key for step in ws.ask(workflow.course, make_event(ws)).checklist]
    assert keys[:4] == ["step_free", "toilets", "loop", "interpreter"]
    assert {"signs", "parking", "microphone"} <= set(keys)


def test_own_template_counts_for_all_events_and_can_be_given_up(ws):
    event_id, kind = make_event(ws, day=in_days(40)), EventKind.citizen_dialogue
    shipped = ws.ask(workflow.template, WorkList.timeline, kind)
    own = [TemplateStep("own", "Bürgermeister anrufen", -5, is_own=True), *shipped[:1]]
    ws.run("Template", workflow.put_template, WorkList.timeline, kind, own)
    assert [step.key for step in ws.ask(workflow.course, event_id).timeline] == ["room", "own"]
    assert ws.ask(workflow.template, WorkList.timeline, EventKind.expert_dialogue) != tuple(own)
    assert "own" in {each.step.key for each in ws.ask(workflow.waiting_steps)}
    ws.run("Reset", workflow.reset_template, WorkList.timeline, kind)
    assert ws.ask(workflow.template, WorkList.timeline, kind) == shipped
    with pytest.raises(InvalidInputError):
        ws.run("Template", workflow.put_template, WorkList.timeline, kind, [TemplateStep("x", " ")])


def test_settings_are_saved_beside_templates(ws):
    from domain.usecases import settings

    step = TemplateStep("x", "Schritt", -1, is_own=True)
    ws.run("Template", workflow.put_template, WorkList.timeline, EventKind.council_meeting, [step])
    ws.run("Settings", settings.save, replace(ws.ask(settings.load), author="Kühne"))
    assert ws.ask(workflow.template, WorkList.timeline, EventKind.council_meeting) == (step,)


def test_mood_cards_are_kept_per_event_and_their_trend_per_kreis(ws):
    first = make_event(ws, day=date(2026, 9, 3), ags=KOETHEN)
    second, third = make_event(ws, ags=KOETHEN), make_event(ws, ags=HALLE)
    for event_id, counts in ((first, MoodCounts(safe=4)), (second, MoodCounts(2, 2, 2, 2, 2)), (third, MoodCounts(9))):
        ws.run("Mood", mood.put, event_id, counts)
    assert [(point.half_year, point.mean) for point in ws.ask(mood.trend, "15082")] == [
        ("2026-H2", None),
        ("2027-H1", 3),
    ]
    ws.run("Mood", mood.put, second, MoodCounts())
    assert ws.ask(mood.of_event, second) == MoodCounts()
    with pytest.raises(InvalidInputError):
        ws.run("Mood", mood.put, second, MoodCounts(-1))


def test_people_from_outside_are_kept_in_their_roles_and_never_published(ws):
    partner = make_partner(ws, "Stadt Köthen (Podium)")
    outside = (
        OutsiderDraft(AssignmentRole.panel, partner, words="Oberbürgermeister"),
        OutsiderDraft(AssignmentRole.security_contact, words="Wachleitung geheim"),
    )
    event_id = make_event(ws, outsiders=outside)
    detail = ws.ask(events.detail, event_id)
    assert (detail.draft.outsiders, detail.names[partner]) == (outside, "Stadt Köthen (Podium)")
    for audience in (Audience.public, Audience.partners):
        text = str(ws.ask(published.published_event, event_id, audience))
        assert not {"geheim", "Oberbürgermeister", "Podium"} & set(text.replace(")", " ").replace("(", " ").split())
    change_event(ws, event_id, outsiders=outside[:1])
    assert ws.ask(events.detail, event_id).draft.outsiders == outside[:1]
    with pytest.raises(InvalidInputError):
        change_event(ws, event_id, outsiders=(OutsiderDraft(AssignmentRole.door),))


def test_dialogues_are_listed_by_phase_with_replies_next_step_and_tasks(ws):
    ahead = make_event(ws, "Voraus", day=in_days(60))
    invited = make_event(ws, "Eingeladen", day=in_days(20), facts=DialogueFacts(seats=10))
    make_event(ws, "Heute", day=TODAY)
    make_event(ws, "Gewesen", day=in_days(-4), state=EventState.held)
    make_event(ws, "Fertig", day=in_days(-40), state=EventState.reviewed)
    make_event(ws, "Abgesagt", day=in_days(3), state=EventState.cancelled, state_reason="Sturm")
    make_event(ws, "Vortrag", day=in_days(3), kind=EventKind.lecture)
    ws.run("Invite", invitees.add, invited, [InviteeDraft("A", reply=InviteReply.accepted, seats=4), InviteeDraft("B")])
    ws.run("Task", tasks.add, TaskDraft("Saal", event_id=ahead, due=in_days(-1)))
    rows = ws.ask(dialogues.rows)
    assert [(row.event.title, row.phase) for row in rows] == [
        ("Voraus", Phase.preparing),
        ("Eingeladen", Phase.invited),
        ("Heute", Phase.today),
        ("Gewesen", Phase.follow_up),
        ("Fertig", Phase.closed),
    ]
    assert (rows[0].open_tasks, rows[0].late_tasks, rows[0].next_step.key) == (1, 1, "room")
    assert (rows[1].seats.accepted, rows[1].seats.left) == (1, 6)


def test_dialogues_are_filtered_by_kind_kreis_and_half_year(ws):
    make_event(ws, "Köthen", ags=KOETHEN)
    make_event(ws, "Halle", ags=HALLE, kind=EventKind.expert_dialogue)
    make_event(ws, "Herbst", ags=KOETHEN, day=date(2027, 9, 2))
    make_event(ws, "Ohne Datum", ags=KOETHEN, day=None)

    def titles(**fields):
        return {row.event.title for row in ws.ask(dialogues.rows, DialogueFilter(**fields))}

    assert titles(kinds=(EventKind.expert_dialogue,)) == {"Halle"}
    assert titles(kreise=("15082",)) == {"Köthen", "Herbst", "Ohne Datum"}
    assert titles(half_years=("2027-H1",)) == {"Köthen", "Halle", "Ohne Datum"}


def test_new_dialogue_takes_text_and_agenda_of_a_template(ws):
    facts = DialogueFacts(seats=80, agenda="Begrüßung")
    pattern = make_event(ws, "Vorlage", day=None, is_template=True, public_text="Text [Ort]", facts=facts, ags=HALLE)
    add_items(ws, pattern, "Gespräch")
    assert [row.title for row in ws.ask(dialogues.templates)] == ["Vorlage"]
    draft = event_draft("Bürgerdialog Zerbst", ags=KOETHEN, state=EventState.tentative)
    made = ws.run("Begin", dialogues.begin, draft, pattern)
    found = ws.ask(events.detail, made).draft
    assert (found.title, found.ags, found.public_text, found.is_template) == (
        "Bürgerdialog Zerbst",
        KOETHEN,
        "Text [Ort]",
        False,
    )
    assert (found.facts.seats, found.starts_at) == (80, draft.starts_at)
    assert titles_of(ws, made) == ["Begrüßung", "Gespräch"]
    assert ws.ask(workflow.course, made).timeline


def test_new_dialogue_leaves_names_and_institutions_of_the_template_behind(ws):
    facts = DialogueFacts(seats=80, moderation="Frau Muster", invitation_until=date(2027, 1, 5))
    partner = make_partner(ws)
    pattern = make_event(ws, "Vorlage", day=None, is_template=True, facts=facts, partner_ids=(partner,), ags=HALLE)
    add_items(ws, pattern, "Gespräch")
    (row,) = ws.ask(agenda.agenda, pattern).rows
    ws.run("Speaker", agenda.change, row.id, AgendaDraft("Gespräch", 10, "Frau Muster"))
    made = ws.run("Begin", dialogues.begin, event_draft("Neu", ags=KOETHEN, state=EventState.tentative), pattern)
    found = ws.ask(events.detail, made).draft
    assert (found.facts, found.partner_ids) == (DialogueFacts(seats=80), ())
    assert [each.draft for each in ws.ask(agenda.agenda, made).rows] == [AgendaDraft("Gespräch", 10)]


def rich_dialogue(ws):
    """A dialogue of a council with everything that can hang on it; returns event and council."""
    council = make_partner(ws, "Präventionsrat", category=PartnerCategory.council, ags=KOETHEN)
    facts = DialogueFacts(seats=20)
    event = make_event(ws, ags=KOETHEN, host_id=council, best_practice=True, facts=facts)
    ws.run("Member", memberships.add, MembershipDraft(council, make_partner(ws, "Amt")))
    asked = InviteeDraft("Rat", council, seats=2, reply=InviteReply.accepted)
    (item,) = add_items(ws, event, "Lage")
    noted = ConcernDraft("Dunkel", event_id=event, ags=KOETHEN, office_id=council)
    concern = ws.run("Note", concerns.capture, noted).id
    ws.run("Invite", invitees.add, event, [asked])
    ws.run("First", agenda.take_concerns, event, {concern: "Licht"})
    ws.run("Minutes", agenda.change, item, AgendaDraft("Lage", 10, "Revier", "Aussprache", "Ergebnis"))
    ws.run("Resolution", resolutions.add, event, ResolutionDraft("Begehung"))
    ws.run("Task", tasks.add, TaskDraft("Anrufen", event_id=event, council_id=council))
    ws.run("Mood", mood.put, event, MoodCounts(1, 2, 3, 4, 5))
    ws.run("Tick", workflow.set_done, event, WorkList.timeline, [Tick("room", "Raum", TODAY, "")], done=True)
    ws.run("Profile", practice.put_profile, event, PracticeProfile(aim="Vertrauen"))
    return event, council


@pytest.mark.parametrize("first", ["event", "council"])
def test_deleting_a_dialogue_or_its_council_with_all_that_hangs_on_it_can_be_undone(ws, first):
    event, council = rich_dialogue(ws)
    before = dump(ws)
    steps = [("Event", events.delete, [event]), ("Council", partners.delete, [council])]
    for step in steps if first == "event" else reversed(steps):
        ws.run(*step)
    (row,) = ws.ask(concerns.list_rows)
    assert (row.draft.event_id, row.draft.office_id, row.office) == (None, None, "Präventionsrat")
    assert ws.ask(tasks.open_tasks) == ()
    ws.undo()
    ws.undo()
    assert dump(ws) == before
    ws.redo()
    ws.redo()
    assert ws.ask(tasks.open_tasks) == ()
