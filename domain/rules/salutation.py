"""How a letter greets a person whose name is known as people wrote it, or nobody in particular."""

from domain.i18n import N_

TO_MR, TO_MS = N_("Dear Mr {name},"), N_("Dear Ms {name},")
TO_PERSON, TO_ANYBODY = N_("Dear {name},"), N_("Dear Sir or Madam,")

_MR, _MS = frozenset({"herr", "herrn", "mr", "mr."}), frozenset({"frau", "ms", "ms.", "mrs", "mrs."})
_TITLES = ("dr", "prof", "dipl")
_PARTICLES = frozenset({"von", "vom", "van", "de", "der", "den", "di", "zu", "zur", "zum", "el", "al"})


def salutation(name: str) -> tuple[str, str]:
    """The greeting as a msgid and the name in it: ("Dear Ms {name},", "Dr. Muster") for "Frau Dr. Erika Muster".

    Nobody's sex is guessed: without Frau or Herr the whole name is greeted, without a name everybody.
    """
    words = name.split()
    if not words:
        return TO_ANYBODY, ""
    form = words[0].casefold()
    if len(words) == 1:
        return (TO_ANYBODY, "") if form in _MR | _MS else (TO_PERSON, name.strip())
    if form in _MR:
        return TO_MR, _family_name(words[1:])
    return (TO_MS, _family_name(words[1:])) if form in _MS else (TO_PERSON, " ".join(words))


def _family_name(words: list[str]) -> str:
    """Academic titles and the last name with its particles, without given names."""
    titles = [word for word in words[:-1] if word.casefold().startswith(_TITLES)]
    start = len(words) - 1
    while start > 0 and words[start - 1].casefold() in _PARTICLES:
        start -= 1
    return " ".join((*titles, *words[start:]))
