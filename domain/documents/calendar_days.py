"""What calendars on paper have in common: events by day, holidays, and the words that explain them."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from domain.documents import parts
from domain.documents.kinds import legend
from domain.documents.kit.flow import Block
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.text import Run, b
from domain.documents.kit.theme import Theme
from domain.i18n import Language
from domain.region.holidays import SATURDAY, public_holiday_on, public_holidays, shipped_calendar
from domain.rows.published import PublishedEvent
from domain.terms import DaySpan


def days_of(event: PublishedEvent) -> tuple[date, ...]:
    """The local days an event touches; none without a date."""
    if event.all_day or event.starts_at is None:
        first, last = event.first_day, event.last_day or event.first_day
    else:
        first = parts.local_day(event.starts_at)
        last = parts.local_day(
            max(event.starts_at, event.ends_at - timedelta(microseconds=1)) if event.ends_at else event.starts_at
        )
    if first is None or last is None:
        return ()
    return tuple(first + timedelta(number) for number in range((last - first).days + 1))


def by_day(events: Iterable[PublishedEvent], span: DaySpan) -> Mapping[date, list[PublishedEvent]]:
    """The events of each day in the span, in their order."""
    found: dict[date, list[PublishedEvent]] = {}
    for event in events:
        for day in days_of(event):
            if day in span:
                found.setdefault(day, []).append(event)
    return found


def is_free(day: date) -> bool:
    """Whether it is a Saturday, a Sunday or a public holiday."""
    return day.weekday() >= SATURDAY or public_holiday_on(day) is not None


def is_school_holiday(day: date) -> bool:
    """Whether schools have holidays, as far as it is known."""
    return shipped_calendar().holiday_on(day) is not None


def explanation(events: Iterable[PublishedEvent], span: DaySpan, language: Language, theme: Theme) -> list[Block]:
    """What letters, shaded days and bars mean, with the names of the holidays in the span."""
    _ = language.gettext
    style = theme.dense
    kinds = legend((event.kind for event in events), language)
    free = [
        f"{language.day_of_month(day)} {name}"
        for year in range(span.first.year, span.last.year + 1)
        for day, name in public_holidays(year).items()
        if day in span
    ]
    school = [
        f"{each.name} {language.day_range(each.first, each.last)}"
        for each in shipped_calendar().holidays
        if each.first <= span.last and each.last >= span.first
    ]
    told = [b(_("Shaded: weekends and public holidays.")), Run(f" {'; '.join(free)}. ")]
    if school:
        told += [b(_("Bar: school holidays.")), Run(f" {'; '.join(school)}.")]
    return [*([Paragraph(kinds, style)] if kinds else []), Paragraph(told, style)]
