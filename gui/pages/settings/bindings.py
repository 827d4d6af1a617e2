"""Bindings for fields where nothing typed means zero, which the rules then judge."""

from gui.widgets.bindings import Binding
from gui.widgets.field import DecimalField, NumberField


def counted(field: NumberField) -> Binding:
    """A whole number; empty is 0."""
    return Binding(field, lambda: field.number() or 0, field.set_number, field.number_changed)


def measured(field: DecimalField) -> Binding:
    """A number with decimals; empty is 0."""
    return Binding(field, lambda: field.number() or 0.0, field.set_number, field.number_changed)
