"""Realistic input for handouts."""

from dataclasses import replace
from datetime import date

from domain.documents.handout import HandoutSheet
from domain.documents.lecture_handout import LectureHandout
from domain.rows.handouts import PublishedHandout
from domain.rows.published import PublishedEvent
from tests.domain.documents.events import OFFICE, STAND

GERMAN = """## Die Masche

Am Telefon meldet sich **angeblich die Polizei**. Sie sollen *niemandem* etwas sagen.

- Legen Sie auf.
- Rufen Sie selbst an:
  1. die Familie
  2. die Polizei unter [110](tel:110)

### Wer hilft

> **Im Notfall**
> Wählen Sie die 110.

Mehr unter [polizei-beratung.de](https://www.polizei-beratung.de).
"""

EASY = """## Was ist der Enkel-Trick?

Ein Betrüger ruft Sie an.
Er sagt: Ich bin dein Enkel.
Das ist gelogen.

- Legen Sie auf.
- Rufen Sie die Polizei.

> Die Nummer ist **110**.
> Der Anruf ist kostenlos.
"""

EDITION = PublishedHandout(
    "de", "Enkeltrick und Schockanrufe", "Wer auflegt, ist ihnen voraus.", GERMAN, "Landauf", 3, date(2028, 12, 31)
)
SIMPLE_EDITION = replace(EDITION, language="de-simple", title="Enkel-Trick und Schock-Anrufe", text=EASY)


def handout(**changes: object) -> HandoutSheet:
    """A handout in German."""
    return replace(HandoutSheet(EDITION, "Enkeltrick", OFFICE, STAND), **changes)


def lecture_handout(event: PublishedEvent, **changes: object) -> LectureHandout:
    """The handout of a lecture in German."""
    return replace(LectureHandout(event, EDITION, OFFICE, STAND, version=8), **changes)
