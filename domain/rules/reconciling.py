"""What two people changed of the same record, put together where it does not clash."""

from dataclasses import fields, replace

from domain.rows.events import EventDraft


def merged(base: EventDraft, mine: EventDraft, theirs: EventDraft) -> EventDraft | None:
    """`theirs` with what differs between `base` and `mine`; None if both changed the same field to different values."""
    own: dict[str, object] = {}
    for field in fields(EventDraft):
        before, wanted, now = (getattr(draft, field.name) for draft in (base, mine, theirs))
        if wanted in (before, now):
            continue
        if now != before:
            return None
        own[field.name] = wanted
    return replace(theirs, **own)  # type: ignore[arg-type]  # fields with their own values
