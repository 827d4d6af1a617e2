"""Collects the messages into `locales/landauf.pot`, updates and compiles the catalogues; `make locales` runs it."""

import sys

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from scripts.catalogue import LOCALES, TEMPLATE, catalogue_file, collected, gaps, keys, read, write

COMPLETE = "de"
LANGUAGES = ("de", "en")


def main() -> int:
    """Update the template and every catalogue; 1 when German has gaps, each of them printed."""
    template = collected()
    # The date in its head changes with every run; the file only when a message does.
    if not TEMPLATE.is_file() or keys(read(TEMPLATE)) != keys(template):
        write(TEMPLATE, template)
    for language in LANGUAGES:
        _update(language, template)
    found = list(gaps(template, read(catalogue_file(COMPLETE), COMPLETE)))
    for line in found:
        print(f"{COMPLETE}: {line}", file=sys.stderr)
    print(f"{len(keys(template))} messages; {len(found)} without a good {COMPLETE} text")
    return 1 if found else 0


def _update(language: str, template: Catalog) -> None:
    path = catalogue_file(language)
    catalogue = read(path, language) if path.is_file() else Catalog(locale=language, project="Landauf", charset="utf-8")
    before = keys(catalogue)
    catalogue.update(template, no_fuzzy_matching=True)
    if keys(catalogue) != before or not path.is_file():
        write(path, catalogue)
    partial = path.with_suffix(".mo.part")
    with partial.open("wb") as binary:
        write_mo(binary, catalogue)
    partial.replace(LOCALES / language / "LC_MESSAGES" / "landauf.mo")


if __name__ == "__main__":
    sys.exit(main())
