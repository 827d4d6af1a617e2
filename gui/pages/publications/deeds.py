"""What can be done with publications: each deed one undo step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from domain.errors import InvalidInputError
from domain.i18n import N_
from domain.rows.publications import PublicationDraft, StockEntry
from domain.rows.steps import Label
from domain.terms import Audience
from gui import registry
from gui.dialogs import files
from gui.pages.publications import words
from gui.pages.publications.booking import BookingDialog
from gui.pages.publications.form import PublicationDialog
from gui.texts import _, current, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from domain.rows.filters import PublicationFilter
    from gui.dialogs.draft_dialog import DraftDialog
    from gui.pages.publications.page import PublicationsPage
    from gui.tasks import Ticket

_PRINT = "gui.dialogs.print_preview:open_print"


class Deeds:
    """What a person can do on the page; each deed that writes is one undo step."""

    def __init__(self, page: PublicationsPage) -> None:
        self._page = page

    def enter(self) -> PublicationDialog:
        """Ask for a new publication and add it."""
        from domain.usecases import publications

        page = self._page
        dialog = _dialog(page, _("New publication"), PublicationDraft(), None)

        def save(draft: PublicationDraft) -> None:
            label = Label(N_("Enter publication {title}"), (("title", draft.title),))
            _store(
                page,
                dialog,
                lambda: page.show_record(page.desk.run(label, publications.create, draft)),
            )

        dialog.saved.connect(save)
        dialog.open()
        return dialog

    def edit(self) -> PublicationDialog | None:
        """Ask for changes of the chosen publication and keep them."""
        from domain.usecases import publications

        page = self._page
        row = page.chosen()
        if row is None:
            return None
        dialog = _dialog(page, _("Edit publication"), row.draft, row.id)

        def save(draft: PublicationDraft) -> None:
            label = Label(N_("Change publication {title}"), (("title", draft.title),))
            _store(page, dialog, lambda: page.desk.run(label, publications.change, row.id, draft, row.version))

        dialog.saved.connect(save)
        dialog.open()
        return dialog

    def new_edition(self) -> PublicationDialog | None:
        """Ask for the edition that replaces the chosen one, with its facts to begin with, and add it."""
        from domain.usecases import publications

        page = self._page
        row = page.chosen()
        if row is None or row.draft.replaced_by_id is not None:
            return None
        begun = replace(row.draft, edition="", valid_until=None)
        dialog = _dialog(page, _("New edition of {title}").format(title=row.draft.name), begun, None)

        def save(draft: PublicationDraft) -> None:
            label = Label(N_("New edition of {title}"), (("title", draft.title),))
            _store(
                page,
                dialog,
                lambda: page.show_record(page.desk.run(label, publications.add_edition, row.id, draft)),
            )

        dialog.saved.connect(save)
        dialog.open()
        return dialog

    def book(self) -> BookingDialog | None:
        """Ask what came, went or was counted of the chosen publication, and book it."""
        from domain.usecases import publication_rows, publications

        page = self._page
        row = page.chosen()
        if row is None:
            return None
        detail = page.desk.ask(publication_rows.detail, row.id)
        dialog = BookingDialog(detail, StockEntry(row.id, page.today(), None), page.today, page.window())

        def save(entry: StockEntry) -> None:
            label = Label(N_("Book stock of {title}"), (("title", row.draft.title),))
            _store(page, dialog, lambda: page.desk.run(label, publications.enter, entry))

        dialog.saved.connect(save)
        dialog.open()
        return dialog

    def remove(self) -> None:
        """Delete the selected publications with their movements; undo brings them back."""
        from domain.usecases import publications

        page = self._page
        ids = page.lists.front().selected_ids()
        if ids:
            count = page.desk.run(Label(N_("Delete publications")), publications.delete, list(ids))
            told = ngettext("{count} publication deleted", "{count} publications deleted", count).format(count=count)
            page.desk.tell(told, undoable=True)

    def print_list(self) -> None:
        """Open the print preview on the reorder list."""
        page = self._page
        registry.resolve(_PRINT)(page.window(), page.desk, "reorder_list")

    def export(self) -> None:
        """Ask for the file and write the list that is shown."""
        page = self._page
        name = _("reorder-list") if page.lists.is_ordering() else _("publications")
        kind = _("Table (*.xlsx *.csv *.json)")
        files.save_as(
            page,
            _("Export publications"),
            f"{name}.xlsx",
            kind,
            lambda path: write(page, path, page.lists.wanted()),
        )


def _dialog(page: PublicationsPage, title: str, draft: PublicationDraft, own: UUID | None) -> PublicationDialog:
    """The form; a publication that is there already can be replaced by any other."""
    from domain.usecases import publications, vocabulary

    topics = [(topic.id, topic.name) for topic in page.desk.ask(vocabulary.topics)]
    others = [(each.id, words.named(each.draft)) for each in page.desk.ask(publications.list_rows) if each.id != own]
    return PublicationDialog(
        title,
        draft,
        topics=topics,
        editions=others if own is not None else None,
        today=page.today,
        parent=page.window(),
    )


def _store(page: PublicationsPage, dialog: DraftDialog, store: Callable[[], object]) -> None:
    try:
        store()
    except InvalidInputError as trouble:
        dialog.refuse(trouble)
        return
    dialog.accept()
    page.desk.tell(_("Saved"), undoable=True)


def write(page: PublicationsPage, path: Path, wanted: PublicationFilter) -> None:
    """Write a table beside the window's thread; where copies lie, and notes, stay in the house."""
    from domain.outgoing.publications import export_publications

    workspace, language = page.desk.workspace, current()

    def work(_ticket: Ticket) -> int:
        return export_publications(workspace, path, Audience.public, wanted, language)

    def told(count: int) -> None:
        line = ngettext("{count} row written to {file}", "{count} rows written to {file}", count)
        page.desk.tell(line.format(count=count, file=path.name))

    page.desk.tasks.start(work, told, progress=_("Exporting"))
