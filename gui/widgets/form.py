"""Forms: labels left, fields bound both ways to a frozen draft, problems beside the field, each change revocable."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from domain.errors import Problem
from gui import theme
from gui.texts import _, current
from gui.widgets import bindings, labels
from gui.widgets.bindings import Binding
from gui.widgets.button import Button, Weight
from gui.widgets.problem_line import ProblemLine

Draft = TypeVar("Draft")

_COLUMNS = 2
_WIDEST = 16_777_215  # what Qt takes for "no limit"


@dataclass
class FormField:
    """One line of a form: a widget bound to an attribute of the draft ("title", "facts.seats").

    A compound widget is bound to several at once ("starts_at,ends_at"); its value is a tuple.
    """

    attribute: str
    words: str
    binding: Binding
    problem: ProblemLine
    revert: Button
    note: labels.Text
    label: labels.Text
    is_shown: bool = True


class Form(QWidget, Generic[Draft]):
    """Edits a draft: `load` shows one, `draft()` gives what is shown, `edited` tells each finished change.

    Labels are 96 pixels wide; a field with a note shows it muted at its right.
    """

    edited = Signal(object)  # the draft as it is now
    dirty_changed = Signal(int)  # how many fields differ from what was loaded

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, FormField] = {}
        self._loaded: Draft | None = None
        self._draft: Draft | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.GAP_ROW)
        self._grid.setVerticalSpacing(theme.GAP_ROW)
        self._grid.setColumnMinimumWidth(0, theme.FORM_LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)

    def add_heading(self, words: str) -> None:
        """A heading over the next fields."""
        row = self._grid.rowCount()
        if row > 1:
            self._grid.setRowMinimumHeight(row, theme.GAP_TINY)
            row += 1
        self._grid.addWidget(labels.heading(words), row, 0, 1, _COLUMNS)

    def add(
        self,
        words: str,
        widget: QWidget,
        attribute: str,
        *,
        binding: Binding | None = None,
        note: str = "",
        is_wide: bool = False,
    ) -> FormField:
        """A field for `attribute`; other widgets than those of `gui.widgets` need a binding of their own.

        A wide one has its label above instead of at the left, as long texts need.

        Raises:
            TypeError: there is no binding for this kind of widget.
        """
        if not widget.accessibleName():
            widget.setAccessibleName(words)
        field = FormField(
            attribute=attribute,
            words=words,
            binding=binding or bindings.bind(widget),
            problem=ProblemLine(),
            revert=Button(
                icon="undo", weight=Weight.quiet, is_small=True, tip=_("Take back: {change}").format(change=words)
            ),
            note=labels.note(note),
            label=_label(words, widget),
        )
        self.fields[attribute] = field
        field.revert.hide()
        field.revert.clicked.connect(lambda: self.revert(attribute))
        if not note:
            field.note.hide()  # showing it before it lies in the form would open a window
        field.binding.changed.connect(lambda: self._on_changed(attribute))
        self._place(field, widget, is_wide=is_wide)
        return field

    def add_row(self, words: str, widget: QWidget) -> None:
        """A line that is not bound, e.g. a list with buttons; without words it has no label."""
        row = self._grid.rowCount()
        if words:
            self._grid.addWidget(_label(words, widget), row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(widget, row, 1)

    def add_wide(self, widget: QWidget) -> None:
        """A line that is not bound and takes the whole width."""
        self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, _COLUMNS)

    def load(self, draft: Draft) -> None:
        """Show a draft as it is in the file; nothing is changed yet."""
        self._loaded = draft
        self.set_draft(draft)

    def set_draft(self, draft: Draft) -> None:
        """Show a draft that differs from what was loaded, e.g. one restored after a crash."""
        self._draft = draft
        for field in self.fields.values():
            field.binding.write(get_attribute(draft, field.attribute))
        self.show_problems(())
        self._show_dirty()

    def take(self, draft: Draft) -> None:
        """Follow a change made in another form of the same draft: only the fields it concerns are written."""
        before, self._draft = self._draft, draft
        for field in self.fields.values():
            value = get_attribute(draft, field.attribute)
            if before is None or value != get_attribute(before, field.attribute):
                field.binding.write(value)
        self._show_dirty()

    def show_field(self, attribute: str, *, shown: bool) -> None:
        """Show a line only where it says something, e.g. the site only if the place is one."""
        field = self.fields[attribute]
        field.is_shown = shown
        field.label.setVisible(shown)
        field.binding.widget.setVisible(shown)
        field.note.setVisible(shown and bool(field.note.text()))
        field.problem.setVisible(shown and bool(field.problem.words.text()))
        field.revert.setVisible(shown and differ(self._loaded, self._draft, attribute))

    def draft(self) -> Draft:
        """The draft as it is shown.

        Raises:
            RuntimeError: nothing was loaded.
        """
        if self._draft is None:
            raise RuntimeError("the form is empty")
        return self._draft

    def changed_attributes(self) -> list[str]:
        """The attributes that differ from what was loaded."""
        return [each for each in self.fields if differ(self._loaded, self._draft, each)]

    def revert(self, attribute: str) -> None:
        """Take the change of one field back."""
        self.fields[attribute].binding.write(get_attribute(self._loaded, attribute))
        self._on_changed(attribute)

    def show_problems(self, problems: Iterable[Problem], *, focus: bool = True) -> None:
        """Put each problem under its field and the keyboard into the first; others are left to the caller."""
        by_field = {problem.field: problem for problem in problems}
        first: QWidget | None = None
        for attribute, field in self.fields.items():
            problem = next((by_field[name] for name in attribute.split(",") if name in by_field), None)
            field.problem.show_words(current().error(problem) if problem else "")
            mark(field.binding.widget, has_problem=problem is not None)
            if problem is not None and first is None:
                first = field.binding.widget
        if first is not None and focus:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self, field: FormField, widget: QWidget, *, is_wide: bool) -> None:
        row = self._grid.rowCount()
        line = QHBoxLayout()
        line.setSpacing(theme.GAP_SMALL)
        has_own_width = widget.minimumWidth() == widget.maximumWidth()
        line.addWidget(widget, 0 if has_own_width else 1)
        line.addWidget(field.note)
        line.addWidget(field.revert)
        if has_own_width:
            line.addStretch(1)
        if is_wide:
            field.label.setMaximumWidth(_WIDEST)
            column = QVBoxLayout()
            column.setSpacing(theme.GAP_TINY)
            column.addWidget(field.label)
            column.addLayout(line)
            column.addWidget(field.problem)
            self._grid.addLayout(column, row, 0, 1, _COLUMNS)
        else:
            self._grid.addWidget(field.label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addLayout(line, row, 1)
            self._grid.addWidget(field.problem, row + 1, 1)

    def _on_changed(self, attribute: str) -> None:
        if self._draft is None:
            return
        value = self.fields[attribute].binding.read()
        if value == get_attribute(self._draft, attribute):
            return
        self._draft = with_attribute(self._draft, attribute, value)
        self._show_dirty()
        self.edited.emit(self._draft)

    def _show_dirty(self) -> None:
        for attribute, field in self.fields.items():
            field.revert.setVisible(field.is_shown and differ(self._loaded, self._draft, attribute))
        self.dirty_changed.emit(len(self.changed_attributes()))


def differ(loaded: object, draft: object, attribute: str) -> bool:
    """Whether an attribute of `draft` is another than was loaded."""
    return None not in (loaded, draft) and bool(get_attribute(draft, attribute) != get_attribute(loaded, attribute))


def get_attribute(draft: object, attribute: str) -> Any:  # noqa: ANN401 - a field of any type
    """The value of "a" or "a.b", a tuple for "a,b"; None where a part is None."""
    if "," in attribute:
        return tuple(get_attribute(draft, each) for each in attribute.split(","))
    value: Any = draft
    for name in attribute.split("."):
        value = None if value is None else getattr(value, name)
    return value


def with_attribute(draft: Draft, attribute: str, value: object) -> Draft:
    """A copy of a frozen draft with the value of "a" or "a.b", or the values of "a,b", replaced."""
    if "," in attribute:
        for each, part in zip(attribute.split(","), value, strict=True):  # type: ignore[call-overload]  # a tuple here
            draft = with_attribute(draft, each, part)
        return draft
    name, _dot, rest = attribute.partition(".")
    inner = with_attribute(getattr(draft, name), rest, value) if rest else value
    return replace(draft, **{name: inner})  # type: ignore[type-var]  # drafts are dataclasses


def mark(widget: QWidget, *, has_problem: bool) -> None:
    """Give a field, or the fields inside a compound one, the red edge of a problem, or take it away."""
    target = widget.focusProxy() or widget
    if bool(target.property("problem")) != has_problem:
        target.setProperty("problem", has_problem)
        target.style().polish(target)


def _label(words: str, widget: QWidget) -> labels.Text:
    made = labels.Text(words, tone="muted", wrap=True)
    made.setFixedWidth(theme.FORM_LABEL_WIDTH)
    made.setContentsMargins(0, 6, 0, 0)
    made.setBuddy(widget)
    return made
