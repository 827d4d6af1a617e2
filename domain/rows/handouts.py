"""Handouts (Merkblätter) and their editions as rows and drafts."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from domain.terms import HandoutState


@dataclass(frozen=True, slots=True)
class HandoutDraft:
    """What all editions of a handout share; `notes` stay in the house."""

    topic_id: UUID | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True)
class EditionDraft:
    """The text of a handout in one language, Markdown in `text`; `valid_until` is its last day of use."""

    language: str = "de"
    title: str = ""
    lead: str = ""
    text: str = ""
    author: str = ""
    valid_until: date | None = None

    @property
    def is_simple(self) -> bool:
        """Whether it is written in Leichte Sprache."""
        return self.language == SIMPLE


SIMPLE = "de-simple"
"""The language tag of Leichte Sprache."""


@dataclass(frozen=True, slots=True)
class EditionRow:
    """An edition; `revision` is the version its readers see, `newer` the newer text that came with the program."""

    id: UUID
    version: int
    handout_id: UUID
    draft: EditionDraft
    revision: int
    state: HandoutState
    updated: datetime
    is_edited: bool = True
    newer: int | None = None


@dataclass(frozen=True, slots=True)
class HandoutRow:
    """A handout with its editions, German first; `title` is that of the first edition."""

    id: UUID
    version: int
    key: str
    draft: HandoutDraft
    topic: str
    editions: tuple[EditionRow, ...] = ()

    @property
    def title(self) -> str:
        """The title of the first edition, else the key."""
        return self.editions[0].draft.title if self.editions else self.key

    @property
    def state(self) -> HandoutState:
        """The state of the edition that needs attention first."""
        order = (HandoutState.expired, HandoutState.expiring, HandoutState.undated, HandoutState.valid)
        found = {edition.state for edition in self.editions}
        return next((state for state in order if state in found), HandoutState.undated)


@dataclass(frozen=True, slots=True)
class HandoutFile:
    """An edition as a Markdown file with front matter holds it; `key` names the handout, `version` the text."""

    key: str
    topic: str
    version: int
    draft: EditionDraft


@dataclass(frozen=True, slots=True)
class StarterReport:
    """What putting in the supplied texts did: editions added, renewed, and edited ones left as people wrote them."""

    added: int
    renewed: int
    kept: int


@dataclass(frozen=True, slots=True)
class PublishedHandout:
    """What readers of a handout get: nothing of it is internal."""

    language: str
    title: str
    lead: str
    text: str
    author: str
    revision: int
    valid_until: date | None
