"""Half-years as people call them."""

from domain.i18n import N_, Language

_NAMES = {"1": N_("First half of {year}"), "2": N_("Second half of {year}")}
_SHORT = {"1": N_("1st half"), "2": N_("2nd half")}


def half_year(name: str, language: Language) -> str:
    """1. Halbjahr 2027, of a name like "2027-H1"."""
    year, part = name.split("-H")
    return language.gettext(_NAMES[part]).format(year=year)


def half_of_year(name: str, language: Language) -> str:
    """1. Hj., where the year stands elsewhere."""
    return language.gettext(_SHORT[name.split("-H")[1]])
