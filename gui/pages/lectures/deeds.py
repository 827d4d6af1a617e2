"""What can be done on the page of lectures: each deed one undo step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.errors import InvalidInputError, LandaufError
from domain.i18n import N_
from domain.rows.catalogue import OfferDraft
from domain.rows.steps import Label
from domain.rows.tours import StaffDraft
from gui.pages.events.choices import Names, PartnerFinder
from gui.pages.lectures.new_event import NewEventDialog
from gui.pages.lectures.offer_form import OfferChoices, OfferDialog
from gui.pages.settings.people import PersonDialog
from gui.texts import _, current, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from domain.rows.speakers import Award
    from gui.dialogs.draft_dialog import DraftDialog
    from gui.pages.lectures.page import LecturesPage


class LectureDeeds:
    """The deeds of one page; menus, buttons and the command box call them."""

    def __init__(self, page: LecturesPage) -> None:
        self._page = page

    def begin(self, offer_id: UUID | None = None) -> NewEventDialog | None:
        """Ask for a new event from an offer, make it and open its record; without offers say what to do first."""
        from domain.usecases import catalogue, events

        page, desk = self._page, self._page.desk
        offers = desk.ask(catalogue.choices)
        if not offers:
            page.show_view("offers")
            desk.tell(_("There is no offer to choose from. Enter one, or take over the starting catalogue."))
            return None
        dialog = NewEventDialog(offers, offer_id, (PartnerFinder(desk), Names(desk), page.today), page.window())

        def save(_draft: object) -> None:
            draft = dialog.event_draft()
            label = Label(N_("New event “{title}” from an offer"), (("title", draft.title),))
            try:
                made = desk.run(label, events.create, draft)
            except LandaufError as trouble:
                dialog.refuse(trouble)
                return
            dialog.accept()
            page.asked_for.emit("events", made)

        dialog.saved.connect(save)
        dialog.open()
        return dialog

    def plan_event(self) -> NewEventDialog | None:
        """Ask for a new event from the chosen offer."""
        row = self._page.offers.current()
        return None if row is None or row.is_over else self.begin(row.id)

    def enter_offer(self) -> OfferDialog:
        """Ask for a new offer and add it."""
        from domain.usecases import catalogue

        page = self._page
        dialog = self._offer_dialog(_("New offer"), OfferDraft())

        def save(draft: OfferDraft) -> None:
            label = Label(N_("Enter offer {title}"), (("title", draft.title),))
            self._store(dialog, lambda: page.show_record(page.desk.run(label, catalogue.create, draft)))

        dialog.saved.connect(save)
        dialog.open()
        return dialog

    def edit_offer(self) -> OfferDialog | None:
        """Ask for changes of the chosen offer and keep them."""
        from domain.usecases import catalogue

        row = self._page.offers.current()
        if row is None:
            return None
        dialog = self._offer_dialog(_("Edit offer"), row.draft)

        def save(draft: OfferDraft) -> None:
            label = Label(N_("Change offer {title}"), (("title", draft.title),))
            self._store(dialog, lambda: self._page.desk.run(label, catalogue.change, row.id, draft, row.version))

        dialog.saved.connect(save)
        dialog.open()
        return dialog

    def _offer_dialog(self, title: str, draft: OfferDraft) -> OfferDialog:
        from domain.usecases import publications, vocabulary

        page = self._page
        choices = OfferChoices(
            page.desk.ask(vocabulary.topic_rows),
            page.desk.ask(vocabulary.target_groups),
            page.desk.ask(publications.list_rows),
        )
        return OfferDialog(title, draft, choices, page.today, page.window())

    def remove(self) -> None:
        """Delete the selected offers; undo brings them back."""
        from domain.usecases import catalogue

        if ids := self._page.offers.table.selected_ids():
            count = self._page.desk.run(Label(N_("Delete offers")), catalogue.delete, ids)
            words = ngettext("{count} offer deleted", "{count} offers deleted", count).format(count=count)
            self._page.desk.tell(words, undoable=True)

    def enter_person(self) -> PersonDialog:
        """Ask for a new person of the house and add it, by the form of the settings."""
        from domain.usecases import people

        page = self._page
        dialog = PersonDialog(page.desk, _("New person"), StaffDraft(""), page.window())

        def save(draft: StaffDraft) -> None:
            label = Label(N_("New person"))
            self._store(dialog, lambda: page.show_record(page.desk.run(label, people.create, draft)))

        dialog.saved.connect(save)
        dialog.open()
        return dialog

    def edit_person(self) -> PersonDialog | None:
        """Ask for changes of the chosen person and keep them, by the form of the settings."""
        from domain.usecases import people

        row = self._page.speakers.current()
        if row is None:
            return None
        dialog = PersonDialog(self._page.desk, _("Edit person"), row.staff.draft, self._page.window())

        def save(draft: StaffDraft) -> None:
            label, staff = Label(N_("Edit person")), row.staff
            self._store(dialog, lambda: self._page.desk.run(label, people.change, staff.id, draft, staff.version))

        dialog.saved.connect(save)
        dialog.open()
        return dialog

    def award(self, given: Award) -> None:
        """Enter the qualification that a training has given to the people of the house who took part."""
        from domain.usecases import qualifications

        label = Label(N_("Award qualification {name}"), (("name", given.qualification),))
        try:
            count = self._page.desk.run(label, qualifications.award, given.event.id)
        except LandaufError as trouble:
            self._page.desk.tell(current().error(trouble))
            return
        words = ngettext("Entered for {count} person", "Entered for {count} people", count).format(count=count)
        self._page.desk.tell(words, undoable=count > 0)

    def _store(self, dialog: DraftDialog, store: Callable[[], object]) -> None:
        try:
            store()
        except InvalidInputError as trouble:
            dialog.refuse(trouble)
            return
        dialog.accept()
        self._page.desk.tell(_("Saved"), undoable=True)
