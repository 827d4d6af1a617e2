"""What people do on the page of lectures, for its tests."""

from datetime import date, timedelta

from PySide6.QtCore import Qt

from domain.rows.catalogue import OfferDraft
from domain.terms import EventKind
from domain.usecases import catalogue
from tests.builders import make_event

TODAY = date(2027, 4, 28)


def offer(ws, title="Erkennen", **fields):
    return ws.run("Add", catalogue.create, OfferDraft(title, **fields))


def lecture(ws, title="Vortrag", day=TODAY + timedelta(days=6), **fields):
    return make_event(ws, title, day=day, kind=EventKind.lecture, **fields)


def dialog_of(page, kind):
    return next(found for found in page.window().findChildren(kind) if found.isVisible())


def field(dialog, attribute):
    form = next(found for found in dialog.forms if attribute in found.fields)
    return form.fields[attribute].binding.widget


def type_into(qtbot, widget, text):
    widget.setFocus()
    widget.selectAll()
    qtbot.keyClick(widget, Qt.Key.Key_Delete)
    qtbot.keyClicks(widget, text)
    widget.editingFinished.emit()


def cells(view, at=0):
    return {column.title: column.cell(view.model.row_at(at)) for column in view.model.columns}


def toasts(desk):
    told = []
    desk.told.connect(lambda words, _undoable: told.append(words))
    return told
