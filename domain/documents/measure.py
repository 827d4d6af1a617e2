"""What only one kind of event has, as lines of an internal document."""

from domain.documents.kit.flow import Block
from domain.documents.kit.table import facts
from domain.documents.kit.text import clean, one_line
from domain.documents.kit.theme import MM, Theme
from domain.i18n import N_, Language
from domain.labels import label
from domain.rows.published import MeasureFacts

_LABELS = 34 * MM
_POLICE, _ORDNUNGSAMT = N_("{count} police"), N_("{count} Ordnungsamt")


def details(found: MeasureFacts, language: Language, theme: Theme, labels: float = _LABELS) -> list[Block]:
    """The facts that are known, as a table of names (`labels` points wide) and values; nothing if there are none."""
    lines = [(name, value) for name, value in _lines(found, language) if value]
    return [facts(theme, lines, labels)] if lines else []


def _lines(found: MeasureFacts, language: Language) -> list[tuple[str, str]]:
    _ = language.gettext
    cut = _("[shortened]")
    return [
        (_("Place category"), label(found.place_category, language) if found.place_category else ""),
        (_("Field of advice"), label(found.advice_field, language) if found.advice_field else ""),
        (_("Occasion"), one_line(found.occasion, 300)),
        (_("Stands"), clean(found.stands, 1500, cut)),
        (_("If it rains"), clean(found.rain_plan, 500, cut)),
        (_("People"), _people(found, language)),
        (_("Working hours"), _hours(found, language)),
        (_("Focus"), clean(found.focus, 1000, cut)),
        (_("Qualification"), _qualification(found, language)),
        (_("Channel"), _channel(found, language)),
        (_("About the event"), one_line(found.about, 160)),
        (_("Accident cause"), label(found.cause, language) if found.cause else ""),
        (_("Accident black spot"), one_line(found.black_spot, 160)),
    ]


def _people(found: MeasureFacts, language: Language) -> str:
    sides = ((_POLICE, found.police_officers), (_ORDNUNGSAMT, found.ordnungsamt_officers))
    return language.listing(
        language.gettext(words).format(count=language.number(people)) for words, people in sides if people is not None
    )


def _hours(found: MeasureFacts, language: Language) -> str:
    known = [minutes for minutes in (found.police_minutes, found.ordnungsamt_minutes) if minutes is not None]
    return language.duration(sum(known)) if known else ""


def _qualification(found: MeasureFacts, language: Language) -> str:
    name, months = one_line(found.qualification, 160), found.valid_months
    if not name or months is None:
        return name
    words = language.ngettext("{name}, valid for {count} month", "{name}, valid for {count} months", months)
    return words.format(name=name, count=language.number(months))


def _channel(found: MeasureFacts, language: Language) -> str:
    channel = label(found.channel, language) if found.channel else ""
    return ", ".join(part for part in (channel, one_line(found.channel_name, 100)) if part)
