"""What the tally says of an event, a stroke and a year before."""

from datetime import datetime

from domain.labels import label
from domain.rows.event_row import EventRow
from domain.rows.tally import Before, Stroke
from domain.terms import BERLIN
from gui.texts import _, current


def event_line(event: EventRow, now: datetime) -> str:
    """Day, kind, and when it ends: Mi 28. April 2027 · Präventionsmobil · offen bis 13:00."""
    parts = [current().long_day(event.start_day)] if event.start_day else []
    parts.append(label(event.kind, current()))
    if not event.all_day and event.ends_at is not None:
        clock = current().clock(event.ends_at)
        parts.append(_("open until {time}").format(time=clock) if now < event.ends_at else _("closed"))
    return " · ".join(parts)


def stroke_line(stroke: Stroke, group: str, *, taken_back: bool = False) -> str:
    """A stroke as the foot tells it: 12:42 Jugendliche, plus 5."""
    time = current().clock(stroke.struck_at.astimezone(BERLIN))
    if taken_back:
        sentence = _("{time} {group}: {count} taken back")
    else:
        sentence = _("{time} {group}, minus {count}") if stroke.quantity < 0 else _("{time} {group}, plus {count}")
    return sentence.format(time=time, group=group, count=abs(stroke.quantity))


def before_line(before: Before | None) -> str:
    """How many came to the place before."""
    if before is None:
        return _("Nothing counted here before")
    return _("{day} at the same place: {count}").format(
        day=current().day(before.day), count=current().number(before.visitors)
    )
