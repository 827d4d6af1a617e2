"""Pictures of the chapters on calendars, audiences, papers, handouts, partners, concerns, the stand and reports."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gui import pictured_publishing
from gui.pictured import rest, settle

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from domain.terms import EventKind
    from gui.desk import Desk
    from gui.shell import Shell

_DIALOG = (1160, 700)
_NAMES = ("Anna Beispiel, Jugendamt", "Bernd Muster", "Mohamed Vorlage", "Silke Probe", "Ratsbüro Halle (Saale)")


def calendars(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """The outlets in several states, then what differs from the newest version, ready to be exported."""
    from domain.terms import CalendarContent
    from gui.dialogs.export import open_export

    for name, _window in pictured_publishing.publishing(window, desk, desk.path.parent):
        if name == "publishing-published":
            yield "publishing", without_navigation(window)
    export = open_export(window, desk)
    rest(desk)
    fields = export.form.calendar
    fields.content.set_value(CalendarContent.changes.value)
    fields.content.picked.emit(CalendarContent.changes.value)
    rest(desk)
    yield "export", export
    export.close()


def audience(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """What the public gets of a lecture whose speaker's name stays in the house."""
    from domain.terms import EventKind
    from gui.dialogs.house_check import open_house_check

    check = open_house_check(window, desk, _confirmed(desk, EventKind.lecture, "Kennzeichen"))
    rest(desk)
    check.table.scrollToBottom()
    settle(desk)
    yield "house-check", check
    check.close()


def papers(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """A poster, name badges from typed names, and the folder of a dialogue in which everything is in order."""
    from domain.rows.printing import PrintChoice
    from domain.terms import EventKind
    from gui.dialogs.print_preview import open_print
    from gui.pages.documents.page import DocumentsPage

    for name, document in (("print", "poster"), ("print-badges", "name_badges")):
        dialog = open_print(window, desk, document)
        dialog.resize(*_DIALOG)
        settle(desk)
        if name == "print-badges":
            dialog.options.names.area.setPlainText("\n".join(_NAMES))
        for _again in range(3):  # the sheet is set anew when nothing was typed for a while
            rest(desk)
        yield name, dialog
        dialog.close()
    page = window.show_page("documents")
    if isinstance(page, DocumentsPage):
        page.show_choice(PrintChoice(event_id=_confirmed(desk, EventKind.citizen_dialogue, "Bahnhof")))
        for _again in range(4):  # proposal, file, sizes and thumbnails come one after the other
            settle(desk)
        yield "folder", without_navigation(window)


def _confirmed(desk: "Desk", kind: "EventKind", title: str) -> "UUID":
    """The first public event of a kind that is confirmed and whose title begins so."""
    from domain.rows.filters import EventFilter
    from domain.terms import Audience, EventState
    from domain.usecases import event_rows

    wanted = EventFilter(kinds=(kind,), states=(EventState.confirmed,), audiences=(Audience.public,), dated=True)
    return next(row.id for row in desk.ask(event_rows.list_rows, wanted) if row.title.startswith(title))


def without_navigation(window: "Shell") -> "QWidget":
    """Head and page, without menu and navigation, which take a quarter of the room."""
    return window.head.parentWidget() or window


VIEWS = (calendars, audience, papers)
"""Every view of these chapters."""
