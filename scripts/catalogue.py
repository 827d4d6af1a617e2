"""The messages that the program shows, collected from its sources, and the catalogues that translate them."""

from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
LOCALES = ROOT / "locales"
TEMPLATE = LOCALES / "landauf.pot"
PACKAGES = ("domain", "gui")
KEYWORDS = {**DEFAULT_KEYWORDS, "N_": None}


def collected() -> Catalog:
    """Every message in the sources, as a template."""
    template = Catalog(project="Landauf", charset="utf-8", fuzzy=False)
    for package in PACKAGES:
        found = extract_from_dir(ROOT / package, [("**.py", "python")], keywords=KEYWORDS, comment_tags=("Note:",))
        for _, _, message, comments, context in found:
            template.add(message, auto_comments=comments, context=context)
    return template


def catalogue_file(language: str) -> Path:
    """The catalogue of a language."""
    return LOCALES / language / "LC_MESSAGES" / "landauf.po"


def read(path: Path, language: str | None = None) -> Catalog:
    """A template or catalogue from its file."""
    with path.open("rb") as text:
        return read_po(text, locale=language)


def write(path: Path, catalogue: Catalog) -> None:
    """Write a template or catalogue in the one form that keeps differences small: sorted, without line numbers."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as text:
        write_po(text, catalogue, width=120, sort_output=True, no_location=True, ignore_obsolete=True)


def keys(catalogue: Catalog) -> set[tuple[str | None, str]]:
    """Context and English text of every message."""
    return {(message.context, _singular(message)) for message in catalogue if message.id}


def gaps(template: Catalog, catalogue: Catalog) -> Iterator[str]:
    """What keeps `catalogue` from translating all of `template`, one line each."""
    for wanted in template:
        if not wanted.id:
            continue
        singular = _singular(wanted)
        found = catalogue.get(singular, wanted.context)
        if found is None:
            yield f"missing: {singular}"
        elif not all(_texts(found.string)):
            yield f"empty: {singular}"
        elif found.fuzzy:
            yield f"fuzzy: {singular}"
        elif any(_fields(text) != _fields(singular) for text in _texts(found.string)[-1:]):
            yield f"other fields: {singular} → {_texts(found.string)[-1]}"


def _singular(message: Message) -> str:
    return message.id if isinstance(message.id, str) else str(message.id[0])


def _texts(value: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
