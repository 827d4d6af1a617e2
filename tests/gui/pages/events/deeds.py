"""What a person does with the forms of an event, in a word."""

from PySide6.QtCore import Qt

FACTS = 2
"""The tab of the kind's own details, which are built when it is first shown."""


def field(record, attribute):
    """The widget of an attribute."""
    if attribute.startswith("facts."):
        record.tabs.tab_changed.emit(FACTS)
    return next(form.fields[attribute].binding.widget for form in record.tabs.forms._forms if attribute in form.fields)


def problem(record, attribute):
    """What is said to be wrong with an attribute."""
    form = next(form for form in record.tabs.forms._forms if attribute in form.fields)
    return form.fields[attribute].problem.words.text()


def type_title(qtbot, record, words):
    """Replace the title."""
    title = field(record, "title")
    title.setFocus()
    title.selectAll()
    qtbot.keyClicks(title, words)


def put_time(qtbot, widget, words):
    """Type a time or a day and leave the field."""
    widget.setFocus()
    widget.selectAll()
    qtbot.keyClick(widget, Qt.Key.Key_Delete)
    qtbot.keyClicks(widget, words)
    qtbot.keyClick(widget, Qt.Key.Key_Return)
