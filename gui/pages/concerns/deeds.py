"""What can be done with concerns: each deed one undo step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.errors import LandaufError
from domain.i18n import N_
from domain.rows.concerns import AnswerDraft, ConcernDraft, ConcernRow
from domain.rows.printing import PrintChoice
from domain.rows.steps import Label
from domain.rules.concern_states import default_due
from gui import registry
from gui.dialogs.reason import ReasonDialog
from gui.pages.concerns import exports
from gui.pages.concerns.forms import AnswerDialog, ConcernDialog, ForwardDialog, ForwardDraft, Ways
from gui.pages.events.choices import Names, PartnerFinder
from gui.texts import _, current, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from gui.dialogs.draft_dialog import DraftDialog
    from gui.pages.concerns.page import ConcernsPage

_PRINT = "gui.dialogs.print_preview:open_print"


def edit(page: ConcernsPage) -> ConcernDialog | None:
    """Ask for changes of the chosen concern and keep them."""
    from domain.usecases import concerns

    row = page.chosen()
    if row is None:
        return None
    title = _("Edit concern {number}").format(number=row.number)
    dialog = ConcernDialog(title, row.draft, _ways(page), page.window())

    def save(draft: ConcernDraft) -> None:
        label = Label(N_("Change concern {number}"), _number(row))
        _store(page, dialog, lambda: page.desk.run(label, concerns.change, row.id, draft, row.version))

    dialog.saved.connect(save)
    dialog.open()
    return dialog


def forward(page: ConcernsPage) -> ForwardDialog | None:
    """Ask for office and day, the probable office proposed, and forward the chosen concern."""
    from domain.usecases import concerns

    row = page.chosen()
    if row is None:
        return None
    draft, hint = _proposed(page, row)
    dialog = ForwardDialog(draft, hint, _ways(page), page.window())

    def save(fresh: ForwardDraft) -> None:
        label = Label(N_("Forward concern {number}"), _number(row))
        _store(
            page,
            dialog,
            lambda: page.desk.run(label, concerns.forward, row.id, fresh.office_id, fresh.office_name, fresh.due),
        )

    dialog.saved.connect(save)
    dialog.open()
    return dialog


def _proposed(page: ConcernsPage, row: ConcernRow) -> tuple[ForwardDraft, str]:
    """The office it is with, else the one that is probably responsible; due six weeks from now at least."""
    from domain.usecases import concern_context

    due = row.due if row.due is not None and row.due >= page.today() else default_due(page.today())
    if row.office:
        name = "" if row.draft.office_id else row.office
        return ForwardDraft(row.draft.office_id, name, due), ""
    draft = row.draft
    hint = page.desk.ask(concern_context.responsible_for, draft.ags, draft.kreis_ags, draft.category)
    if hint is None:
        return ForwardDraft(due=due), _("No office of this place is among the partners yet.")
    reason = _("Proposed: office of the municipality.") if hint.is_local else _("Proposed: office in the district.")
    return ForwardDraft(hint.partner_id, "", due), reason


def answer(page: ConcernsPage) -> AnswerDialog | None:
    """Ask for the answer and what the public reads of it."""
    from domain.usecases import concerns

    row = page.chosen()
    if row is None:
        return None
    draft = AnswerDraft(row.answer, row.answered_on or page.today(), row.public_answer, row.draft.public_text)
    dialog = AnswerDialog(draft, row.draft.wording, _ways(page), page.window())

    def save(fresh: AnswerDraft) -> None:
        label = Label(N_("Answer concern {number}"), _number(row))
        _store(page, dialog, lambda: page.desk.run(label, concerns.answer, row.id, fresh))

    dialog.saved.connect(save)
    dialog.open()
    return dialog


def settle(page: ConcernsPage) -> None:
    """Close the chosen concern."""
    from domain.usecases import concerns

    if (row := page.chosen()) is not None:
        page.desk.run(Label(N_("Settle concern {number}"), _number(row)), concerns.settle, row.id)
        page.desk.tell(_("{number} is settled").format(number=row.number), undoable=True)


def reopen(page: ConcernsPage) -> None:
    """Take the chosen concern up again."""
    from domain.usecases import concerns

    if (row := page.chosen()) is not None:
        page.desk.run(Label(N_("Reopen concern {number}"), _number(row)), concerns.reopen, row.id)
        page.desk.tell(_("{number} is open again").format(number=row.number), undoable=True)


def drop(page: ConcernsPage) -> ReasonDialog | None:
    """Ask for the reason and do not pursue the chosen concern."""
    from domain.usecases import concerns

    row = page.chosen()
    if row is None:
        return None
    dialog = ReasonDialog(_("Do not pursue concern"), _("Reason; for the house"), _("Do not pursue"), page.window())

    def keep(reason: str) -> None:
        label = Label(N_("Do not pursue concern {number}"), _number(row))
        try:
            page.desk.run(label, concerns.drop, row.id, reason)
        except LandaufError as trouble:
            page.desk.tell(current().error(trouble))
            return
        page.desk.tell(_("{number} is not pursued").format(number=row.number), undoable=True)

    dialog.given.connect(keep)
    dialog.open()
    return dialog


def remove(page: ConcernsPage, ids: Sequence[UUID]) -> None:
    """Delete concerns; undo brings them back."""
    from domain.usecases import concerns

    if ids:
        count = page.desk.run(Label(N_("Delete concerns")), concerns.delete, list(ids))
        words = ngettext("{count} concern deleted", "{count} concerns deleted", count).format(count=count)
        page.desk.tell(words, undoable=True)


def print_results(page: ConcernsPage) -> None:
    """Open the print preview on the result sheet of the chosen concern's Kreis."""
    row = page.chosen()
    choice = PrintChoice(kreis_ags=row.kreis_ags) if row is not None else None
    open_dialog = registry.resolve(_PRINT)
    open_dialog(page.window(), page.desk, "result_sheet", choice)


def _store(page: ConcernsPage, dialog: DraftDialog, store: Callable[[], object]) -> None:
    try:
        store()
    except LandaufError as trouble:
        dialog.refuse(trouble)
        return
    dialog.accept()
    page.desk.tell(_("Saved"), undoable=True)


def _number(row: ConcernRow) -> tuple[tuple[str, object], ...]:
    return (("number", row.number),)


def _ways(page: ConcernsPage) -> Ways:
    return Ways(PartnerFinder(page.desk).find, Names(page.desk).of, page.today)


class Deeds:
    """The deeds on the page's chosen concern, by the names that actions and buttons call them."""

    def __init__(self, page: ConcernsPage) -> None:
        self._page = page

    def capture(self) -> None:
        """Open the capture of concerns."""
        self._page.action_asked.emit("concerns.capture")

    def edit(self) -> None:
        """Open the form of the chosen concern."""
        edit(self._page)

    def forward(self) -> None:
        """Ask for office and day."""
        forward(self._page)

    def answer(self) -> None:
        """Ask for the answer."""
        answer(self._page)

    def settle(self) -> None:
        """Close it."""
        settle(self._page)

    def drop(self) -> None:
        """Ask for the reason and do not pursue it."""
        drop(self._page)

    def reopen(self) -> None:
        """Take it up again."""
        reopen(self._page)

    def remove(self) -> None:
        """Delete the selected ones; undo brings them back."""
        remove(self._page, self._page.register.table.selected_ids())

    def print(self) -> None:
        """Open the print preview on the result sheet of its Kreis."""
        print_results(self._page)

    def export(self) -> None:
        """Ask for whom and write the concerns that the filter shows."""
        exports.export_register(self._page)
