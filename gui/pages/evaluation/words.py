"""What the evaluation page says in words: tiles, bars, map, tables and screen reader alike."""

from functools import lru_cache

from domain.labels import label
from domain.rows.evaluation import Comparison, EvaluationFigures, Line, Sums
from domain.rules.evaluation.names import HEADINGS, line_name, period_words
from domain.terms import Breakdown, Measure
from gui.texts import _, current, ngettext, pgettext
from gui.widgets.bar_chart import Bar

_MOST_PERCENT = 999


def number(value: float) -> str:
    """A figure as people write it; kept, as pictures, tables and screen reader all say it."""
    return _number(value, current().code)


@lru_cache(maxsize=2048)
def _number(value: float, _language: str) -> str:
    return current().number(value)


def amount(sums: Sums, measure: Measure) -> str:
    """What was done, by one measure."""
    return number(sums.amount(measure))


def outlook(sums: Sums, measure: Measure) -> str:
    """What is planned, – for what is known only afterwards."""
    return number(sums.outlook(measure)) if measure in (Measure.events, Measure.people) else "–"


def share(part: float, whole: float) -> str:
    """A part of the whole in percent: 12,5 %."""
    return f"{number(round(100 * part / whole, 1))} %" if whole else "–"


def change(now: float, before: float | None) -> str:
    """How much more than before: +33 %, −5 %, as before; "" without anything to compare."""
    if before is None:
        return ""
    if now == before:
        return _("as before")
    percent = round(100 * (now - before) / before) if before else _MOST_PERCENT + 1
    if abs(percent) > _MOST_PERCENT or not percent:
        return _("before: {figure}").format(figure=number(before))
    return f"{'+' if percent > 0 else '−'}{number(abs(percent))} %"


def details(sums: Sums, measure: Measure) -> str:
    """What else there is to say of a key figure: what is planned, both sides of the patrols, minutes of talks."""
    match measure:
        case Measure.events:
            return _("{count} planned").format(count=number(sums.planned))
        case Measure.people:
            return _("{count} expected").format(count=number(sums.expected))
        case Measure.patrol_hours:
            hours = number(sums.police_hours), number(sums.ordnungsamt_hours)
            return _("police {police}, Ordnungsamt {ordnungsamt}").format(police=hours[0], ordnungsamt=hours[1])
        case Measure.talks:
            minutes = sums.talk_minutes
            return ngettext("{count} minute", "{count} minutes", minutes).format(count=number(minutes))
    return ""


def compared(measure: Measure, other: Comparison) -> str:
    """What it was in other days, with these: 60 vom 01.07. bis 26.10.2026."""
    days = current().day_range(other.days.first, other.days.last)
    return _("{figure} from {days}").format(figure=amount(other.sums, measure), days=days)


def heading(breakdown: Breakdown) -> str:
    """What the lines of a breakdown are: the head of their column."""
    return _(HEADINGS[breakdown])


def done_head(measure: Measure) -> str:
    """The head of the column with what was done."""
    return _("Held") if measure is Measure.events else label(measure, current())


def outlook_head(measure: Measure) -> str:
    """The head of the column with what is planned."""
    return _("Expected") if measure is Measure.people else _("Planned")


def legend(measure: Measure) -> tuple[str, str]:
    """What filled and outlined bars are; the second is "" where nothing is outlined."""
    if measure is Measure.events:
        return pgettext("events counted", "held"), pgettext("events counted", "planned")
    if measure is Measure.people:
        return pgettext("people counted", "came"), pgettext("people counted", "expected at what is planned")
    return label(measure, current()), ""


def name(figures: EvaluationFigures, breakdown: Breakdown, key: str) -> str:
    """What a line is called."""
    return line_name(breakdown, key, figures.names, current())


def spoken(figures: EvaluationFigures, breakdown: Breakdown, line: Line, measure: Measure) -> str:
    """A line in one sentence: Mai 2027: 12 gehalten, 3 geplant."""
    filled, outlined = legend(measure)
    parts = [f"{amount(line.sums, measure)} {filled}"]
    if outlined:
        parts.append(f"{outlook(line.sums, measure)} {outlined}")
    return f"{name(figures, breakdown, line.key)}: {', '.join(parts)}"


def bars(figures: EvaluationFigures, breakdown: Breakdown, measure: Measure) -> list[Bar]:
    """The months or years as bars."""
    return [
        Bar(
            line.key,
            foot(line.key),
            line.sums.amount(measure),
            line.sums.outlook(measure),
            spoken(figures, breakdown, line, measure),
        )
        for line in figures.lines(breakdown)
    ]


def foot(key: str) -> str:
    """What stands below a bar: 05/27 for a month, the year for a year."""
    year, _mark, month = key.partition("-")
    return f"{month}/{year[2:]}" if month else year


def comparison(figures: EvaluationFigures) -> str:
    """Which days the changes are against; "" where there is nothing to compare."""
    if figures.before is None:
        return ""
    days = current().day_range(figures.before.days.first, figures.before.days.last)
    if figures.before.is_part:
        return _("Change against {days}: as many days as have passed of the period").format(days=days)
    return _("Change against {days}").format(days=days)


def context(figures: EvaluationFigures) -> str:
    """The days that are shown."""
    return period_words(figures.wanted, current())
