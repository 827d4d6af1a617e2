"""The settings of a workspace."""

import base64
import json
from dataclasses import asdict, fields, is_dataclass
from typing import Any
from uuid import UUID

from sqlmodel import select

from domain.model import Setting
from domain.region.travel import TravelParameters
from domain.rows.settings import AdviceSettings, DutySettings, OfficeSettings, Settings
from domain.rules import validation
from domain.store.session import Session
from domain.usecases.records import change as change_record
from domain.usecases.records import insert, refuse

_GROUPS: dict[str, type[Any]] = {
    "office": OfficeSettings,
    "duty": DutySettings,
    "travel": TravelParameters,
    "advice": AdviceSettings,
}


def load(session: Session) -> Settings:
    """The settings; what was never set has its default."""
    stored = {setting.name: json.loads(setting.value) for setting in session.exec(select(Setting))}
    values: dict[str, Any] = {}
    for field in fields(Settings):
        if field.name not in stored:
            continue
        shape = _GROUPS.get(field.name)
        values[field.name] = _group(shape, stored[field.name]) if shape else stored[field.name]
    return Settings(**values)


def _group(shape: type[Any], stored: dict[str, Any]) -> Any:  # noqa: ANN401 - one of the settings groups
    known = {field.name for field in fields(shape)}
    values = {name: value for name, value in stored.items() if name in known}
    if values.get("logo") is not None:
        values["logo"] = base64.b64decode(values["logo"])
    if values.get("security_technology_id") is not None:
        values["security_technology_id"] = UUID(values["security_technology_id"])
    if "breaks" in values:
        values["breaks"] = tuple(tuple(pair) for pair in values["breaks"])
    return shape(**values)


def save(session: Session, settings: Settings) -> None:
    """Keep the settings; only what differs from before is written.

    Raises:
        InvalidInputError: a value is impossible.
    """
    refuse(validation.settings_problems(settings))
    present = {setting.name: setting for setting in session.exec(select(Setting))}
    before = load(session)
    for field in fields(Settings):
        value = getattr(settings, field.name)
        if value == getattr(before, field.name):
            continue
        content = json.dumps(asdict(value) if is_dataclass(value) else value, ensure_ascii=False, default=_as_text)  # type: ignore[arg-type]  # an instance here
        if field.name in present:
            change_record(session, present[field.name], None, {"value": content})
        else:
            insert(session, Setting, {"name": field.name, "value": content})


def _as_text(value: object) -> str:
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    raise TypeError(value)
