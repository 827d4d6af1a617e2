"""Handouts made of whatever people type, as text and as the Markdown around it."""

from dataclasses import replace

from domain.rows.handouts import PublishedHandout
from domain.rows.published import PublishedEvent
from tests.domain.documents.handout_samples import EDITION, handout, lecture_handout
from tests.domain.documents.samples import OfficeSettings

MARKUP = """# {text}

### {text}

## {other}

![{text}](file:///etc/passwd) [{text}](javascript:alert(1)) <img src="/etc/passwd"> [a](https://{other})

- {text}
  1. {other}
     > {text}
     > ## {other}

| {text} | {other} |
|---|---|

```
{text}
```

> **{text}** *{other}* ***{text}
{other}
"""


def hostile_edition(text: str, other: str) -> PublishedHandout:
    """An edition in Leichte Sprache or not, as the text wants."""
    languages = ("de", "de-simple", "en", "uk", "xx-" + "y" * 8)
    return replace(
        EDITION,
        language=languages[len(text) % len(languages)],
        title=text,
        lead=other,
        text=MARKUP.replace("{text}", text).replace("{other}", other),
        author=text,
        valid_until=None if other else EDITION.valid_until,
    )


def hostile_handout(office: OfficeSettings, text: str, other: str) -> object:
    """A handout."""
    return handout(edition=hostile_edition(text, other), topic=other, office=office)


def hostile_lecture(event: PublishedEvent, office: OfficeSettings, text: str, other: str) -> object:
    """The handout of a lecture."""
    return lecture_handout(event, edition=hostile_edition(text, other), office=office)
