"""Languages: gettext messages, and dates, times and numbers as people write them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache, cached_property, lru_cache
from gettext import GNUTranslations, NullTranslations, translation
from typing import TYPE_CHECKING

from domain import assets
from domain.errors import LandaufError, Problem

if TYPE_CHECKING:
    from domain.terms import DaySpan, TimeSpan

DEFAULT = "de"
AVAILABLE = ("de", "en")

_LEAP_YEAR = 2028


def N_(msgid: str) -> str:  # noqa: N802 - the name gettext tools look for
    """Mark `msgid` for the catalogue; it is translated where it is shown."""
    return msgid


@dataclass(frozen=True)
class Customs:
    """How dates and numbers are written in the country of a language `code`."""

    code: str

    def day(self, value: date) -> str:
        """A day in figures: 13.05.2027, or 13/05/2027 in English."""
        mark = "." if self.code == "de" else "/"
        return f"{value.day:02}{mark}{value.month:02}{mark}{value.year:04}"

    def day_range(self, first: date, last: date) -> str:
        """Two days in figures, the year once where it is the same: 16.05.–20.06.2027."""
        if first == last:
            return self.day(first)
        if first.year != last.year:
            return f"{self.day(first)}–{self.day(last)}"
        start = first.strftime("%d.%m." if self.code == "de" else "%d/%m")
        return f"{start}–{self.day(last)}"

    def clock(self, value: datetime | time) -> str:
        """A time of day in Berlin: 08:30."""
        local = _in_berlin(value) if isinstance(value, datetime) else value
        return f"{local.hour:02}:{local.minute:02}"

    def moment(self, value: datetime) -> str:
        """Day and time in Berlin in figures."""
        local = _in_berlin(value)
        return f"{self.day(local.date())} {self.clock(local)}"

    def long_day(self, value: date) -> str:
        """A day in words: Donnerstag, 13. Mai 2027."""
        from babel.dates import format_date

        return format_date(value, "full", locale=self._locale)

    def day_of_month(self, value: date) -> str:
        """A day without its year: 13. Mai."""
        return _day_of_month(value.month, value.day, self._locale)

    def short_day(self, value: date) -> str:
        """Weekday and day, short: Do 13. Mai."""
        return f"{self.weekday_short(value)} {self.day_of_month(value)}"

    def weekday(self, value: date) -> str:
        """The weekday's name: Donnerstag."""
        from babel.dates import format_date

        return format_date(value, "EEEE", locale=self._locale)

    def weekday_short(self, value: date) -> str:
        """The weekday in two or three letters: Do, Thu."""
        return self._weekdays_short[value.weekday()]

    def month(self, value: date) -> str:
        """Month and year: Mai 2027."""
        from babel.dates import format_skeleton

        return format_skeleton("yMMMM", datetime.combine(value, time()), locale=self._locale)

    @property
    def months_short(self) -> tuple[str, ...]:
        """The twelve months in three or four letters, as heads of columns: Jan, Feb, Mär."""
        from babel.dates import get_month_names

        names = get_month_names("abbreviated", context="stand-alone", locale=self._locale)
        return tuple(names[month] for month in range(1, 13))

    def number(self, value: float) -> str:
        """A number with the country's separators: 1.248 or 12,5."""
        return _number(value, self._locale)

    def listing(self, items: Iterable[str]) -> str:
        """Several names in one phrase: Burg, Halle und Köthen."""
        from babel.lists import format_list

        return format_list(list(items), locale=self._locale)

    @property
    def tag(self) -> str:
        """The language tag that documents bear (BCP 47): de-DE, en-GB."""
        return self._locale.replace("_", "-")

    def weekday_name(self, index: int) -> str:
        """The short name of a weekday by number, 0 = Monday."""
        return self._weekdays_short[index % 7]

    @property
    def _locale(self) -> str:
        return {"de": "de_DE", "en": "en_GB"}[self.code]

    @cached_property
    def _weekdays_short(self) -> tuple[str, ...]:
        if self.code == "de":
            return ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
        return ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True)
class Language(Customs):
    """One language: messages from the catalogue, the rest in the customs of its country."""

    translations: NullTranslations

    @cached_property
    def gettext(self) -> Callable[[str], str]:
        """The message in this language."""
        return self.translations.gettext

    @cached_property
    def ngettext(self) -> Callable[[str, str, int], str]:
        """The message in singular or plural for a count."""
        return self.translations.ngettext

    @cached_property
    def pgettext(self) -> Callable[[str, str], str]:
        """The message for a context where one English word has two meanings."""
        return self.translations.pgettext

    def error(self, trouble: LandaufError | Problem) -> str:
        """One line for a person about trouble they can act on."""
        params = trouble.params if isinstance(trouble.params, dict) else dict(trouble.params)
        return self.text(trouble.msgid, params.items())

    def plain(self, value: object) -> str:
        """A value as people write it: dates, times, figures by custom, a message translated, the rest as text."""
        from domain.terms import DaySpan, Minutes, TimeSpan

        match value:
            case datetime():
                shown = self.moment(value)
            case date():
                shown = self.day(value)
            case time():
                shown = self.clock(value)
            case Minutes():
                shown = self.duration(value)
            case float():
                shown = self.number(value)
            case DaySpan() | TimeSpan():
                shown = self.span(value)
            case Problem():
                shown = self.error(value)
            case _:
                shown = str(value)
        return shown

    def text(self, msgid: str, params: Iterable[tuple[str, object]] = ()) -> str:
        """A message with its parameters, as rows carry them, filled in as people write them."""
        return self.gettext(msgid).format(
            **{name: value if type(value) is str else self.plain(value) for name, value in params}
        )

    def duration(self, minutes: int) -> str:
        """A length of time: 10 h 45 min, 45 min, 2 h; a negative one bears a minus sign."""
        hours, rest = divmod(abs(minutes), 60)
        sign = "−" if minutes < 0 else ""
        if not hours:
            return sign + self.gettext("{minutes} min").format(minutes=rest)
        if not rest:
            return sign + self.gettext("{hours} h").format(hours=hours)
        return sign + self.gettext("{hours} h {minutes} min").format(hours=hours, minutes=rest)

    def span(self, value: "DaySpan | TimeSpan") -> str:
        """When something is, with weekdays: Do 13.05.2027, 10:00–11:30, or Do 13.05.2027 – Fr 14.05.2027."""
        from domain.terms import DaySpan

        if isinstance(value, DaySpan):
            first, last = self._weekday_and_day(value.first), self._weekday_and_day(value.last)
            return first if value.first == value.last else f"{first} – {last}"
        start, end = _in_berlin(value.start), _in_berlin(value.end)
        if start.date() == end.date():
            return f"{self._weekday_and_day(start.date())}, {self.clock(start)}–{self.clock(end)}"
        return f"{self._weekday_and_day(start)}, {self.clock(start)} – {self._weekday_and_day(end)}, {self.clock(end)}"

    def _weekday_and_day(self, value: date) -> str:
        return f"{self.weekday_short(value)} {self.day(value)}"


@cache
def _day_of_month(month: int, day: int, locale: str) -> str:
    """A day without its year; kept, as Babel reads its pattern anew each time and a year has only 366 of them."""
    from babel.dates import format_skeleton

    return format_skeleton("MMMMd", datetime(_LEAP_YEAR, month, day), locale=locale)  # noqa: DTZ001 - a day, no moment


@lru_cache(maxsize=4096)
def _number(value: float, locale: str) -> str:
    """A number as it is written; kept, as Babel takes a quarter of a millisecond and a page shows hundreds."""
    from babel.numbers import format_decimal

    return format_decimal(value, locale=locale)


def _in_berlin(moment: datetime) -> datetime:
    from domain.terms import BERLIN  # with its time zone a tenth of what the window's first paint may cost

    return moment.astimezone(BERLIN)


@cache
def language(code: str = DEFAULT) -> Language:
    """The language `code` ("de" or "en").

    Raises:
        LandaufError: there is no catalogue for the code.
    """
    if code not in AVAILABLE:
        raise LandaufError(
            N_("There is no language “{code}”; available: {available}."), code=code, available=", ".join(AVAILABLE)
        )
    return Language(code, _load(code))


def _load(code: str) -> NullTranslations:
    loaded = translation("landauf", assets.catalogues(), languages=[code], fallback=True)
    return loaded if isinstance(loaded, GNUTranslations) else NullTranslations()
