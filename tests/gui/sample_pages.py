"""Two small pages to test the window with."""

from PySide6.QtWidgets import QLineEdit

from domain.errors import NotFoundError
from gui.action_spec import ActionSpec, When
from gui.page import Page
from gui.registry import PageSpec


class NotesPage(Page):
    """Counts its refreshes."""

    watches = frozenset({"partner"})

    def _build(self):
        self.seen = []
        self.records = []
        self.done = []
        self.field = QLineEdit()
        self.field.setAccessibleName("Note")
        self.body.addWidget(self.field)

    def title(self):
        return "Notizen"

    def context(self):
        return f"{len(self.seen)} mal"

    def primary(self):
        return "notes.new"

    def secondary(self):
        return ("notes.fail",)

    def badges(self):
        return {"notes": 14}

    def may(self, action_id):
        return action_id != "notes.fail" or self.field.text() != "blocked"

    def refresh(self, tables):
        self.seen.append(tables)

    def show_record(self, record):
        self.records.append(record)

    def first_focus(self):
        return self.field

    def new(self):
        self.done.append("new")

    def fail(self):
        raise NotFoundError("Es gibt {name} nicht.", name="das")


class PlainPage(Page):
    """Has nothing."""

    def _build(self):
        self.seen = []

    def title(self):
        return "Leer"

    def refresh(self, tables):
        self.seen.append(tables)


PAGES = (
    PageSpec("notes", "Notizen", "document", 0, "tests.gui.sample_pages:NotesPage", ("partner",)),
    PageSpec("plain", "Leer", "hexagon", 1, "tests.gui.sample_pages:PlainPage"),
    PageSpec("missing", "Fehlt", "hexagon", 1, "tests.gui.no_such_module:Page"),
)

PAGE_ACTIONS = (
    ActionSpec("notes.new", "Neue Notiz", "new", "plan", "Ctrl+N", "plus", page="notes", when=When.file_open),
    ActionSpec("notes.fail", "Scheitern", "fail", "plan", page="notes", when=When.page),
    ActionSpec("gone.one", "Fort", "new", "plan", page="gone"),
)
