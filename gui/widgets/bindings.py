"""How a form reads, writes and listens to each kind of field."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from gui.widgets.chips import ChipField
from gui.widgets.choice import CheckBox, Segmented
from gui.widgets.combo import Combo
from gui.widgets.dates import DateField, TimeField
from gui.widgets.field import DecimalField, Field, NumberField
from gui.widgets.gemeinde_field import GemeindeField
from gui.widgets.text_area import TextArea


@dataclass(frozen=True)
class Binding:
    """A widget, how its value is read and written, and the signal that tells of a finished change."""

    widget: QWidget
    read: Callable[[], Any]
    write: Callable[[Any], None]
    changed: SignalInstance


def bind(widget: QWidget) -> Binding:
    """The binding of a field of ours.

    Raises:
        TypeError: there is none for this kind of widget.
    """
    for kind, make in _KINDS:
        if isinstance(widget, kind):
            return make(widget)
    raise TypeError(f"no binding for {type(widget).__name__}")


def _number(widget: NumberField | DecimalField) -> Binding:
    return Binding(widget, widget.number, widget.set_number, widget.number_changed)


def _date(widget: DateField) -> Binding:
    return Binding(widget, widget.day, widget.set_date, widget.date_changed)


def _time(widget: TimeField) -> Binding:
    return Binding(widget, widget.moment, widget.set_time, widget.time_changed)


def _text(widget: Field) -> Binding:
    def write(text: str) -> None:
        widget.setText(text)
        widget.setCursorPosition(0)  # a long text shows its beginning

    return Binding(widget, lambda: widget.text().strip(), write, widget.editingFinished)


def _area(widget: TextArea) -> Binding:
    return Binding(widget, widget.text, widget.set_text, widget.finished)


def _combo(widget: Combo) -> Binding:
    return Binding(widget, widget.value, widget.set_value, widget.activated)


def _check(widget: CheckBox) -> Binding:
    return Binding(widget, widget.isChecked, lambda value: widget.setChecked(bool(value)), widget.clicked)


def _chips(widget: ChipField) -> Binding:
    return Binding(widget, widget.values, widget.set_values, widget.values_changed)


def _gemeinde(widget: GemeindeField) -> Binding:
    return Binding(widget, widget.ags, widget.set_ags, widget.ags_changed)


def _segmented(widget: Segmented) -> Binding:
    return Binding(widget, widget.value, widget.set_value, widget.picked)


# The order matters where one kind is built on another: numbers and days before text.
_KINDS: tuple[tuple[type[QWidget], Callable[[Any], Binding]], ...] = (
    (NumberField, _number),
    (DecimalField, _number),
    (DateField, _date),
    (TimeField, _time),
    (Field, _text),
    (TextArea, _area),
    (Combo, _combo),
    (CheckBox, _check),
    (ChipField, _chips),
    (GemeindeField, _gemeinde),
    (Segmented, _segmented),
)
