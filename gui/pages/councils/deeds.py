"""What can be done with councils, exchanges and good examples: each deed one undo step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.errors import LandaufError
from domain.i18n import N_
from domain.rows.meetings import TaskDraft, TaskRow
from domain.rows.memberships import MembershipDraft, MembershipRow
from domain.rows.partners import PartnerDraft
from domain.rows.printing import PrintChoice
from domain.rows.steps import Label
from domain.terms import PartnerCategory
from gui import registry
from gui.pages.councils.form import IntervalDialog, IntervalDraft, MembershipDialog, TaskDialog
from gui.pages.councils.new_council import CouncilDialog
from gui.texts import _, current

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.rows.councils import CouncilRow, WatchRow
    from domain.rows.practice import PracticeRow
    from gui.dialogs.draft_dialog import DraftDialog
    from gui.pages.councils.page import CouncilsPage

_PRINT = "gui.dialogs.print_preview:open_print"
_PROFILE = "gui.dialogs.practice_profile:open_profile"


def _store(page: CouncilsPage, dialog: DraftDialog, store: Callable[[], object]) -> bool:
    try:
        store()
    except LandaufError as trouble:
        dialog.refuse(trouble)
        return False
    dialog.accept()
    page.desk.tell(_("Saved"), undoable=True)
    return True


def _do(page: CouncilsPage, deed: Callable[[], object]) -> bool:
    """Do something without a form; says in a line why it cannot be done."""
    try:
        deed()
    except LandaufError as trouble:
        page.desk.tell(current().error(trouble))
        return False
    return True


def enter(page: CouncilsPage) -> None:
    """Ask for a new council and add it as a partner."""
    from domain.usecases import partners

    dialog = CouncilDialog(PartnerDraft("", category=PartnerCategory.council), page.window())

    def save(draft: PartnerDraft) -> None:
        label = Label(N_("Enter council {name}"), (("name", draft.name),))
        _store(page, dialog, lambda: page.show_record(page.desk.run(label, partners.create, draft)))

    dialog.saved.connect(save)
    dialog.open()


def add_member(page: CouncilsPage) -> None:
    """Ask for a new member of the chosen council."""
    from domain.usecases import memberships

    detail = page.detail()
    if detail is None:
        return
    blank = MembershipDraft(detail.row.id, first_day=page.today())
    dialog = MembershipDialog(_("Add member"), blank, page.desk, page.today, page.window(), is_new=True)

    def save(draft: MembershipDraft) -> None:
        label = Label(N_("New member of {council}"), (("council", detail.row.name),))
        if _store(page, dialog, lambda: page.desk.run(label, memberships.add, draft)):
            _hint_chairs(page, draft)

    dialog.saved.connect(save)
    dialog.open()


def edit_member(page: CouncilsPage, row: MembershipRow) -> None:
    """Ask for changes of a membership; it can be ended today or deleted there too."""
    from domain.usecases import memberships

    dialog = MembershipDialog(_("Edit membership"), row.draft, page.desk, page.today, page.window(), is_new=False)
    named = (("member", row.member),)

    def save(draft: MembershipDraft) -> None:
        label = Label(N_("Change membership of {member}"), named)
        if _store(page, dialog, lambda: page.desk.run(label, memberships.change, row.id, draft, row.version)):
            _hint_chairs(page, draft)

    def end() -> None:
        label = Label(N_("End membership of {member}"), named)
        _store(page, dialog, lambda: page.desk.run(label, memberships.end, row.id, page.today()))

    def forget() -> None:
        page.desk.run(Label(N_("Delete membership of {member}"), named), memberships.delete, [row.id])
        dialog.accept()
        page.desk.tell(_("Membership deleted"), undoable=True)

    dialog.saved.connect(save)
    dialog.ended.connect(end)
    dialog.removed.connect(forget)
    dialog.open()


def _hint_chairs(page: CouncilsPage, draft: MembershipDraft) -> None:
    """Two may share the chair, but mostly the old one was only forgotten."""
    from domain.usecases import memberships

    rivals = [name for name in page.desk.ask(memberships.rival_chairs, draft) if name != _member_name(page, draft)]
    if rivals:
        names = current().listing(rivals)
        page.desk.tell(_("Saved. At the same time {names} holds the chair.").format(names=names), undoable=True)


def _member_name(page: CouncilsPage, draft: MembershipDraft) -> str:
    from domain.usecases import names

    return page.desk.ask(names.of_ids, [draft.member_id]).get(draft.member_id, "") if draft.member_id else ""


def renew(page: CouncilsPage, row: MembershipRow) -> None:
    """Add the next term of a member, as long as the last one."""
    from domain.usecases import memberships

    label = Label(N_("Renew term of {member}"), (("member", row.member),))
    if _do(page, lambda: page.desk.run(label, memberships.renew, row.id)):
        page.desk.tell(_("The next term of {member} is entered").format(member=row.member), undoable=True)


def plan_session(page: CouncilsPage) -> None:
    """Plan the next session of the chosen council and open it."""
    from domain.usecases import council_sessions

    detail = page.detail()
    if detail is None:
        return
    label = Label(N_("New session of {council}"), (("council", detail.row.name),))
    event_id = page.desk.run(label, council_sessions.plan_session, detail.row.id, current())
    page.desk.tell(_("The session is planned; please check day and agenda"), undoable=True)
    page.asked_for.emit("events", event_id)


def plan_next(page: CouncilsPage, row: WatchRow) -> None:
    """Create the next date of what recurs; it shows in its line."""
    from domain.usecases import event_rows, interval_watch

    label = Label(N_("Next date of {name}"), (("name", row.name),))
    event_id = page.desk.run(label, interval_watch.plan_next, row, current())
    made = page.desk.ask(event_rows.fetch_rows, [event_id])[0]
    if made.start_day is None:
        page.desk.tell(_("The next date is entered, still without a day"), undoable=True)
        return
    day = current().long_day(made.start_day)
    page.desk.tell(_("Next date, tentative: {day}").format(day=day), undoable=True)


def copy_example(page: CouncilsPage, row: PracticeRow) -> None:
    """Make a new event after a good example and open it."""
    from domain.usecases import practice

    label = Label(N_("New event like {title}"), (("title", row.event.title),))
    event_id = page.desk.run(label, practice.create_from, row.event.id)
    page.desk.tell(_("The new event has texts and details of the example; please give it a day"), undoable=True)
    page.asked_for.emit("events", event_id)


def edit_profile(page: CouncilsPage, row: PracticeRow) -> None:
    """Write the profile of a good example."""
    registry.resolve(_PROFILE)(page.window(), page.desk, row.event.id)


def set_interval(page: CouncilsPage) -> None:
    """Ask how often the chosen council should meet."""
    from domain.usecases import councils

    detail = page.detail()
    if detail is None:
        return
    dialog = IntervalDialog(IntervalDraft(detail.row.interval_days), page.window())

    def save(draft: IntervalDraft) -> None:
        label = Label(N_("Interval of {council}"), (("council", detail.row.name),))
        _store(page, dialog, lambda: page.desk.run(label, councils.set_interval, detail.row.id, draft.interval_days))

    dialog.saved.connect(save)
    dialog.open()


def add_task(page: CouncilsPage) -> None:
    """Ask for a new task of the chosen council."""
    from domain.usecases import tasks

    detail = page.detail()
    if detail is None:
        return
    blank = TaskDraft("", council_id=detail.row.id)
    dialog = TaskDialog(_("New task"), blank, page.today, page.window(), is_new=True)

    def save(draft: TaskDraft) -> None:
        label = Label(N_("New task “{title}”"), (("title", draft.title),))
        _store(page, dialog, lambda: page.desk.run(label, tasks.add, draft))

    dialog.saved.connect(save)
    dialog.open()


def edit_task(page: CouncilsPage, row: TaskRow) -> None:
    """Ask for changes of a task; it can be deleted there too."""
    from domain.usecases import tasks

    dialog = TaskDialog(_("Edit task"), row.draft, page.today, page.window(), is_new=False)

    def save(draft: TaskDraft) -> None:
        label = Label(N_("Change task “{title}”"), (("title", draft.title),))
        _store(page, dialog, lambda: page.desk.run(label, tasks.change, row.id, draft, row.version))

    def forget() -> None:
        page.desk.run(Label(N_("Delete task “{title}”"), (("title", row.draft.title),)), tasks.delete, [row.id])
        dialog.accept()
        page.desk.tell(_("Task deleted"), undoable=True)

    dialog.saved.connect(save)
    dialog.removed.connect(forget)
    dialog.open()


def toggle_task(page: CouncilsPage, row: TaskRow) -> None:
    """Tick a task off, or open it again."""
    from domain.usecases import tasks

    named = (("title", row.draft.title),)
    label = Label(N_("Task open again: {title}") if row.draft.done_on else N_("Task done: {title}"), named)
    done: list[bool] = []
    if _do(page, lambda: done.append(page.desk.run(label, tasks.toggle, row.id))):
        page.desk.tell(_("Task done") if done[0] else _("Task open again"), undoable=True)


def print_council(page: CouncilsPage, row: CouncilRow) -> None:
    """Open the print preview on the profile of a council."""
    _open_print(page, "council_profile", PrintChoice(partner_id=row.id))


def print_example(page: CouncilsPage, row: PracticeRow) -> None:
    """Open the print preview on the profile of a good example."""
    _open_print(page, "best_practice", PrintChoice(event_id=row.event.id))


def _open_print(page: CouncilsPage, document: str, choice: PrintChoice) -> None:
    registry.resolve(_PRINT)(page.window(), page.desk, document, choice)
