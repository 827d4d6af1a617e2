"""Steps with meetings, concerns, councils and duplicates, for the test that undoes everything."""

from dataclasses import replace

from domain.errors import LandaufError
from domain.i18n import language
from domain.rows.concerns import AnswerDraft, ConcernDraft
from domain.rows.duplicates import MergeOrder
from domain.rows.invitees import InviteeDraft
from domain.rows.meetings import AgendaDraft, ResolutionDraft, TaskDraft
from domain.rows.memberships import MembershipDraft
from domain.rows.mood import MoodCounts
from domain.rows.practice import PracticeProfile
from domain.rows.workflow import TemplateStep
from domain.terms import EventKind, InviteReply, MembershipRole, WorkList
from domain.usecases import (
    agenda,
    concerns,
    council_sessions,
    councils,
    duplicates,
    events,
    invitees,
    memberships,
    merging,
    mood,
    practice,
    resolutions,
    targets,
    tasks,
    workflow,
)
from domain.usecases.event_rows import list_rows
from tests.builders import DAY

MEETING_STEPS = {}


def step(function):
    MEETING_STEPS[function.__name__] = function
    return function


def one(pick, rows):
    if not rows:
        raise LandaufError("nothing there")
    return rows[pick(len(rows))]


def an_event(session, pick):
    return one(pick, list_rows(session)).id


def a_partner(known, pick):
    return one(pick, known.partners)


def a_concern(session, pick):
    return one(pick, concerns.list_rows(session)).id


def an_item(session, pick):
    return one(pick, agenda.agenda(session, an_event(session, pick)).rows)


@step
def capture_concern(session, known, pick):
    event = an_event(session, pick) if pick(2) else None
    concerns.capture(session, ConcernDraft("Dunkel", event, ags="15082180", office_id=a_partner(known, pick)))


@step
def forward_concern(session, known, pick):
    concerns.forward(session, a_concern(session, pick), a_partner(known, pick), due=DAY)


@step
def answer_concern(session, known, pick):
    concerns.answer(session, a_concern(session, pick), AnswerDraft("Ab Mai", public_text="Licht"))


@step
def add_item(session, known, pick):
    agenda.add(session, an_event(session, pick), AgendaDraft(f"Punkt {pick(9)}", pick(30)), 1 + pick(3))


@step
def move_item(session, known, pick):
    agenda.move(session, an_item(session, pick).id, pick(5) - 2)


@step
def write_minutes(session, known, pick):
    agenda.change(session, an_item(session, pick).id, AgendaDraft("Punkt", result="Ab Mai"))


@step
def take_concern(session, known, pick):
    agenda.take_concerns(session, an_event(session, pick), {a_concern(session, pick): "Licht"})


@step
def answer_from_the_minutes(session, known, pick):
    row = an_item(session, pick)
    concern = a_concern(session, pick)
    agenda.change(session, row.id, AgendaDraft("Punkt", result="Ab Mai", concern_id=concern))
    agenda.answer_concern(session, row.id)


@step
def delete_item(session, known, pick):
    agenda.delete(session, [an_item(session, pick).id])


@step
def end_concern(session, known, pick):
    (concerns.settle, concerns.reopen, lambda *given: concerns.drop(*given, "Doppelt"))[pick(3)](
        session, a_concern(session, pick)
    )


@step
def delete_concern(session, known, pick):
    concerns.delete(session, [a_concern(session, pick)])


@step
def invite(session, known, pick):
    wanted = [InviteeDraft("Stadt", partner) for partner in known.partners[pick(3) :]]
    invitees.add(session, an_event(session, pick), [*wanted, InviteeDraft("Verein ohne Eintrag")])


@step
def note_replies(session, known, pick):
    ids = [row.id for row in invitees.rows(session, an_event(session, pick))]
    invitees.set_reply(session, ids, list(InviteReply)[pick(len(InviteReply))])
    invitees.add_seats(session, ids, pick(5) - 2)


@step
def uninvite(session, known, pick):
    invitees.delete(session, [one(pick, invitees.rows(session, an_event(session, pick))).id])


@step
def resolve(session, known, pick):
    event = an_event(session, pick)
    first = resolutions.add(session, event, ResolutionDraft(f"Beschluss {pick(9)}"))
    resolutions.add(session, event, ResolutionDraft("Zweiter"))
    if pick(2):
        resolutions.delete(session, [first])


@step
def add_task(session, known, pick):
    owner = {"event_id": an_event(session, pick)} if pick(2) else {"council_id": a_partner(known, pick)}
    tasks.add(session, TaskDraft("Lampe", due=DAY, staff_id=one(pick, known.people), **owner))


@step
def finish_task(session, known, pick):
    tasks.toggle(session, one(pick, tasks.open_tasks(session)).id)


@step
def delete_task(session, known, pick):
    tasks.delete(session, [one(pick, tasks.open_tasks(session)).id])


@step
def tick(session, known, pick):
    course = workflow.course(session, an_event(session, pick))
    found = one(pick, course.timeline)
    workflow.set_done(session, course.event.id, WorkList.timeline, [found], done=bool(pick(3)))


@step
def change_template(session, known, pick):
    steps = [TemplateStep(f"own{number}", f"Schritt {number}", -number, is_own=True) for number in range(pick(4))]
    workflow.put_template(session, WorkList.timeline, EventKind.citizen_dialogue, steps)


@step
def reset_template(session, known, pick):
    workflow.reset_template(session, WorkList.timeline, EventKind.citizen_dialogue)


@step
def count_moods(session, known, pick):
    mood.put(session, an_event(session, pick), MoodCounts(pick(3), safe=pick(9)))


@step
def join_body(session, known, pick):
    role = list(MembershipRole)[pick(len(MembershipRole))]
    draft = MembershipDraft(a_partner(known, pick), a_partner(known, pick), role=role, last_day=DAY)
    memberships.add(session, draft)


@step
def renew_membership(session, known, pick):
    memberships.renew(session, one(pick, memberships.members(session, a_partner(known, pick))).id)


@step
def end_membership(session, known, pick):
    memberships.end(session, one(pick, memberships.members(session, a_partner(known, pick))).id, session.today)


@step
def leave_body(session, known, pick):
    memberships.delete(session, [one(pick, memberships.members(session, a_partner(known, pick))).id])


@step
def set_rhythm(session, known, pick):
    councils.set_interval(session, a_partner(known, pick), [None, 90, 180][pick(3)])


@step
def plan_session(session, known, pick):
    council_sessions.plan_session(session, a_partner(known, pick), language("de"))


@step
def keep_template(session, known, pick):
    practice.create_from(session, practice.keep_as_template(session, an_event(session, pick)))


@step
def write_profile(session, known, pick):
    event = an_event(session, pick)
    events.change(session, event, replace(events.detail(session, event).draft, best_practice=True))
    practice.put_profile(session, event, PracticeProfile("Ziel" if pick(3) else ""))


@step
def set_targets(session, known, pick):
    targets.put(session, "2027-H1", {("15082", EventKind.lecture): pick(4), ("15002", EventKind.lecture): pick(4)})


@step
def copy_targets(session, known, pick):
    targets.copy(session, "2027-H1", "2027-H2")


@step
def tell_apart(session, known, pick):
    duplicates.set_apart(session, known.partners[0], known.partners[1 + pick(2)])


@step
def merge_partners(session, known, pick):
    found = merging.preview(session, a_partner(known, pick), a_partner(known, pick))
    merging.merge(session, MergeOrder(found.left, found.right), language("de"))
