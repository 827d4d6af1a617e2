"""Drafts and filters as JSON text and back: for what must outlive a crash or is kept under a name."""

import json
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from types import NoneType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints
from uuid import UUID

from domain.terms import BERLIN

Shape = TypeVar("Shape")

_SHAPE = "shape"


def to_text(value: object) -> str:
    """A frozen dataclass of plain values (text, numbers, enums, ids, days, aware moments, tuples) as JSON."""
    return json.dumps(_plain(value), ensure_ascii=False)


def from_text(shape: type[Shape], text: str) -> Shape | None:
    """The dataclass that `to_text` wrote, with moments in Berlin time; fields that were added since get their defaults.

    None if the text is damaged or was written by another version whose fields no longer fit.
    """
    try:
        found: Shape = _shaped(shape, json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
        return None
    return found


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        named = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        return {_SHAPE: type(value).__name__, **named}
    match value:
        case tuple():
            return [_plain(each) for each in value]
        case datetime():
            return value.astimezone(UTC).isoformat()
        case date():
            return value.isoformat()
        case UUID() | StrEnum():
            return str(value)
    return value


def _shaped(hint: Any, value: Any) -> Any:  # noqa: ANN401 - any type hint, any JSON value
    if value is None:
        return None
    choices = [each for each in get_args(hint) if each is not NoneType]
    if get_origin(hint) is tuple:
        return tuple(_shaped(choices[0], each) for each in value)
    if choices:
        by_name = {each.__name__: each for each in choices}
        return _shaped(by_name[value[_SHAPE]] if len(choices) > 1 else choices[0], value)
    if is_dataclass(hint) and isinstance(hint, type):
        hints = get_type_hints(hint)
        return hint(**{name: _shaped(hints[name], each) for name, each in value.items() if name in hints})
    if hint is datetime:
        return datetime.fromisoformat(value).astimezone(BERLIN)
    return date.fromisoformat(value) if hint is date else hint(value)
