"""What can be done with handouts: each deed that writes is one undo step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.errors import LandaufError
from domain.i18n import N_
from domain.labels.languages import LANGUAGES, language_name
from domain.rows.handouts import EditionDraft, HandoutDraft
from domain.rows.printing import PrintChoice
from domain.rows.steps import Label
from gui import registry
from gui.dialogs import files
from gui.pages.handouts.form import HandoutDialog, LanguageDialog, NewHandout, NewHandoutDialog, NewLanguage
from gui.texts import _, current, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from domain.rows.handouts import StarterReport
    from gui.dialogs.draft_dialog import DraftDialog
    from gui.pages.handouts.page import HandoutsPage

_PRINT = "gui.dialogs.print_preview:open_print"
_STARTERS = Label(N_("Put in the supplied texts"))


class Deeds:
    """What a person can do on the page."""

    def __init__(self, page: HandoutsPage) -> None:
        self._page = page

    def enter(self) -> NewHandoutDialog:
        """Ask for title, language and topic, and add the handout."""
        from domain.usecases import handouts

        page = self._page
        dialog = NewHandoutDialog(self._topics(), page.window())

        def save(asked: NewHandout) -> None:
            label = Label(N_("New handout {title}"), (("title", asked.title),))
            edition = EditionDraft(language=asked.language, title=asked.title)
            self._store(
                dialog,
                lambda: page.show_record(page.desk.run(label, handouts.create, HandoutDraft(asked.topic_id), edition)),
            )

        dialog.saved.connect(save)
        dialog.open()
        return dialog

    def edit(self) -> HandoutDialog | None:
        """Ask for topic and notes of the chosen handout."""
        from domain.usecases import handouts

        page = self._page
        row = page.chosen()
        if row is None:
            return None
        dialog = HandoutDialog(row.title, row.draft, self._topics(), page.window())

        def save(draft: HandoutDraft) -> None:
            label = Label(N_("Change handout {title}"), (("title", row.title),))
            self._store(dialog, lambda: page.desk.run(label, handouts.change, row.id, draft, row.version))

        dialog.saved.connect(save)
        dialog.open()
        return dialog

    def add_language(self) -> LanguageDialog | None:
        """Ask for a language and add an edition in it that begins as a copy of the one in front."""
        from domain.usecases import handouts

        page = self._page
        row, edition = page.chosen(), page.editor.edition()
        if row is None or edition is None:
            return None
        there = {each.draft.language for each in row.editions}
        free = {tag: name for tag, name in LANGUAGES if tag not in there}
        if not free:
            return None
        dialog = LanguageDialog(free, page.window())

        def save(asked: NewLanguage) -> None:
            name = language_name(asked.language, current())
            label = Label(N_("Add {language} to {title}"), (("language", name), ("title", row.title)))
            self._store(
                dialog,
                lambda: page.show_record(page.desk.run(label, handouts.add_edition, edition.id, asked.language)),
            )

        dialog.saved.connect(save)
        dialog.open()
        return dialog

    def save(self) -> None:
        """Keep what is typed into the edition in front."""
        from domain.usecases import handouts

        page = self._page
        edition = page.editor.edition()
        if edition is None or not page.editor.has_changes():
            return
        draft = page.editor.draft()
        label = Label(N_("Change handout {title}"), (("title", draft.title),))
        try:
            page.desk.run(label, handouts.save_edition, edition.id, draft, page.version_of(edition))
        except LandaufError as trouble:
            page.editor.refuse(trouble)
            return
        page.forget_typed(edition.id)
        page.desk.tell(_("Saved"), undoable=True)

    def take_newer(self) -> None:
        """Take the newer text that came with the program; undo brings the old one back."""
        from domain.usecases import handout_starters

        page = self._page
        edition = page.editor.edition()
        if edition is None:
            return
        label = Label(N_("Take newer text of {title}"), (("title", edition.draft.title),))
        page.desk.run(label, handout_starters.take_newer, edition.id)
        page.forget_typed(edition.id)
        page.desk.tell(_("Newer text taken"), undoable=True)

    def remove(self) -> None:
        """Delete the chosen handouts with all their languages; undo brings them back."""
        from domain.usecases import handouts

        page = self._page
        ids = page.table.selected_ids()
        if ids:
            count = page.desk.run(Label(N_("Delete handouts")), handouts.delete, list(ids))
            told = ngettext("{count} handout deleted", "{count} handouts deleted", count).format(count=count)
            page.desk.tell(told, undoable=True)

    def remove_edition(self) -> None:
        """Delete the edition in front; with the last one goes the handout."""
        from domain.usecases import handouts

        page = self._page
        edition = page.editor.edition()
        if edition is not None:
            name = (("title", edition.draft.title),)
            page.desk.run(Label(N_("Delete edition {title}"), name), handouts.delete_edition, edition.id)
            page.desk.tell(_("Edition deleted"), undoable=True)

    def put_in(self) -> None:
        """Put in the texts that come with the program, and say what became of them."""
        from domain.usecases import handout_starters

        desk = self._page.desk

        def said(report: StarterReport) -> None:
            words = _("{added} texts added, {renewed} renewed, {kept} left as they are")
            told = words.format(added=report.added, renewed=report.renewed, kept=report.kept)
            desk.tell(told, undoable=bool(report.added + report.renewed))

        desk.tasks.start(lambda _ticket: desk.run(_STARTERS, handout_starters.put_in), said, key="handout-starters")

    def print(self) -> None:
        """Open the print preview on the edition in front."""
        page = self._page
        edition = page.editor.edition()
        if edition is not None:
            registry.resolve(_PRINT)(page.window(), page.desk, "handout", PrintChoice(edition_id=edition.id))

    def export(self) -> None:
        """Ask for the file and write the edition in front as Markdown, for a translator."""
        page = self._page
        row, edition = page.chosen(), page.editor.edition()
        if row is None or edition is None:
            return
        name = f"{row.key}.{edition.draft.language}.md"
        files.save_as(page, _("Export text"), name, _("Text (*.md)"), lambda path: self._write(path, edition.id))

    def _write(self, path: Path, edition_id: UUID) -> None:
        from domain.outgoing.handouts import export_handout

        desk = self._page.desk
        desk.tasks.start(
            lambda _ticket: export_handout(desk.workspace, path, edition_id),
            lambda _done: desk.tell(_("Saved {file}").format(file=path.name)),
        )

    def _topics(self) -> list[tuple[UUID, str]]:
        from domain.usecases import vocabulary

        return [(topic.id, topic.name) for topic in self._page.desk.ask(vocabulary.topics)]

    def _store(self, dialog: DraftDialog, store: Callable[[], object]) -> None:
        try:
            store()
        except LandaufError as trouble:
            dialog.refuse(trouble)
            return
        dialog.accept()
        self._page.desk.tell(_("Saved"), undoable=True)
