"""Names of the languages in which events are held and publications printed."""

from domain.i18n import N_, Language

LANGUAGES: tuple[tuple[str, str], ...] = (
    ("de", N_("German")),
    ("de-simple", N_("Leichte Sprache")),
    ("dgs", N_("German sign language")),
    ("en", N_("English")),
    ("ar", N_("Arabic")),
    ("fa", N_("Persian, Dari")),
    ("fr", N_("French")),
    ("pl", N_("Polish")),
    ("ru", N_("Russian")),
    ("tr", N_("Turkish")),
    ("uk", N_("Ukrainian")),
    ("vi", N_("Vietnamese")),
)
"""Language tags, by how often they are asked for here; others stay as they came."""

_NAMES = dict(LANGUAGES)


def language_msgid(tag: str) -> tuple[str, tuple[tuple[str, object], ...]]:
    """The name of a language tag as message and parameters; a tag we have no name for stays as it is."""
    return (_NAMES[tag], ()) if tag in _NAMES else ("{tag}", (("tag", tag),))


def language_name(tag: str, language: Language) -> str:
    """The name of a language tag in `language`; a tag we have no name for stays as it is."""
    return language.gettext(_NAMES[tag]) if tag in _NAMES else tag
