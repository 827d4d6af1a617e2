"""The actions of the page of the documents: one line each."""

from domain.i18n import N_
from gui.action_spec import ActionSpec, When

DOCUMENT_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "documents.pack", N_("Print folder …"), "gui.pages.documents.opening:open_pack", "print", "Ctrl+Shift+M",
        "folder", when=When.file_open,
    ),
    ActionSpec(
        "documents.stale", N_("Print stale sheets anew …"), "gui.pages.documents.opening:open_stale", "print",
        icon="clock", when=When.file_open,
    ),
    ActionSpec(
        "documents.print", N_("Print folder"), "deeds.print_pack", "print", icon="printer", page="documents",
        when=When.page, group=2,
    ),
    ActionSpec(
        "documents.save", N_("As PDF"), "deeds.save", "print", icon="save", page="documents", when=When.page, group=2,
    ),
    ActionSpec(
        "documents.each", N_("One PDF per document …"), "deeds.save_each", "print", icon="document", page="documents",
        when=When.page, group=2,
    ),
    ActionSpec(
        "documents.web", N_("For the website"), "deeds.save_web", "print", icon="globe", page="documents",
        when=When.page, group=2,
    ),
)  # fmt: skip
