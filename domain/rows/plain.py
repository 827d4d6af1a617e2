"""Frozen rows as JSON and back: what a snapshot keeps must read the same in years."""

import base64
import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints
from uuid import UUID

R = TypeVar("R")

_READERS: dict[Any, Callable[[Any], Any]] = {
    datetime: datetime.fromisoformat,
    date: date.fromisoformat,
    UUID: UUID,
    bytes: base64.b64decode,
    float: float,
}


def written(row: object) -> str:
    """A row as JSON text, the same text for equal rows."""
    return json.dumps(_plain(row), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    match value:
        case tuple():
            return [_plain(part) for part in value]
        case StrEnum() | UUID():
            return str(value)
        case date():
            return value.isoformat()
        case bytes():
            return base64.b64encode(value).decode("ascii")
        case _:
            return value


def read(shape: type[R], text: str) -> R:
    """The row that `written` made a text of; fields added since have their defaults, others are passed over.

    Raises:
        ValueError: the text is no row of this shape (also KeyError and TypeError for what is missing or of the wrong
            type).
    """
    found: R = _filled(shape, json.loads(text))
    return found


def _filled(shape: Any, value: Any) -> Any:  # noqa: ANN401 - any annotation, any JSON
    origin = get_origin(shape)
    if origin in {Union, UnionType}:
        inner = next(part for part in get_args(shape) if part is not NoneType)
        return None if value is None else _filled(inner, value)
    if origin is tuple:
        parts = get_args(shape)
        if len(parts) == 2 and parts[1] is Ellipsis:  # noqa: PLR2004 - tuple[X, ...]
            return tuple(_filled(parts[0], part) for part in value)
        return tuple(_filled(each, part) for each, part in zip(parts, value, strict=True))
    if isinstance(shape, type) and is_dataclass(shape):
        hints = _hints(shape)
        return shape(**{name: _filled(hints[name], part) for name, part in value.items() if name in hints})
    if isinstance(shape, type) and issubclass(shape, StrEnum):
        return shape(value)
    return _READERS[shape](value) if shape in _READERS else value


@cache
def _hints(shape: Any) -> dict[str, Any]:  # noqa: ANN401 - a dataclass
    known = get_type_hints(shape)
    return {field.name: known[field.name] for field in fields(shape)}
