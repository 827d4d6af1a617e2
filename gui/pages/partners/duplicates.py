"""What can be done with possible duplicates on the partners page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.errors import LandaufError
from domain.i18n import N_
from domain.rows.steps import Label
from gui.dialogs.duplicates import set_apart
from gui.dialogs.merge import open_merge
from gui.pages.partners.duplicate_hints import TwiceHint, TypedWatch
from gui.pages.partners.form import PartnerDialog
from gui.texts import _

if TYPE_CHECKING:
    from uuid import UUID

    from domain.rows.duplicates import DuplicatePair
    from domain.rows.partners import PartnerDraft
    from gui.pages.partners.page import PartnersPage


def hint_for(page: PartnersPage) -> TwiceHint:
    """The hint of the inspector, put into it."""

    def compare(pair: DuplicatePair) -> None:
        if pair.first.id is not None and pair.second.id is not None:
            open_merge(page.window(), page.desk, pair.first.id, pair.second.id)

    hint = TwiceHint(compare, lambda pair: set_apart(page.desk, pair))
    page.panel.add_hint(hint)
    return hint


def attend(page: PartnersPage, dialog: PartnerDialog, own_id: UUID | None) -> None:
    """Let a form say while somebody types what is probably there already; its link opens that one over the form."""
    typed = TypedWatch(dialog.forms, dialog.hint, page.duplicates, own_id)
    dialog.hint.opened.connect(lambda partner_id: _open_over(page, dialog, partner_id))
    if own_id is not None:
        typed.ask()


def _open_over(page: PartnersPage, below: PartnerDialog, partner_id: UUID) -> None:
    """Open an institution in a form of its own; what was typed below stays."""
    from domain.usecases import partners

    detail = page.desk.ask(partners.detail, partner_id)
    dialog = PartnerDialog(_("Edit partner"), detail.draft, page.today, below, desk=page.desk)

    def save(draft: PartnerDraft) -> None:
        label = Label(N_("Change partner {name}"), (("name", draft.name),))
        try:
            page.desk.run(label, partners.change, partner_id, draft, detail.row.version)
        except LandaufError as trouble:
            dialog.refuse(trouble)
            return
        dialog.accept()
        page.desk.tell(_("Saved"), undoable=True)

    dialog.saved.connect(save)
    dialog.open()
