"""The window's language: what `_` looks up. Only `gui.app` and tests set it."""

from domain import i18n
from domain.i18n import Language

_chosen: list[Language] = []


def use(language: Language) -> None:
    """Show all text from now on in `language`; widgets built earlier keep theirs until they are built again."""
    _chosen[:] = [language]


def current() -> Language:
    """The language of the window; German until `use` was called."""
    if not _chosen:
        use(i18n.language())
    return _chosen[0]


def _(msgid: str) -> str:
    """The message in the window's language."""
    return current().gettext(msgid)


def ngettext(singular: str, plural: str, count: int) -> str:
    """The message in singular or plural for `count`."""
    return current().ngettext(singular, plural, count)


def pgettext(context: str, msgid: str) -> str:
    """The message for a context where one English word has two meanings."""
    return current().pgettext(context, msgid)
