"""What a person chooses when printing, and what can be printed."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.terms import DocumentPurpose, EventKind, LabelSheet, PaperSize


@dataclass(frozen=True, slots=True)
class PrintChoice:
    """What a document is about; each document says which of these it needs.

    `day` picks one day of a tour, `vehicle_id` one of its vehicles there, `snapshot_id` a report that was frozen,
    `kind` what a request form asks for, `edition_id` an edition of a handout, `since` a plan version. `names` are
    typed for badges and certificates and never stored; `partner_ids` are those a letter goes to, `text` what it says.
    `size` is the sheet it is set on, `labels` the sheet of labels for badges; None for the usual one.
    """

    event_id: UUID | None = None
    tour_id: UUID | None = None
    day: date | None = None
    kreis_ags: str | None = None
    year: int | None = None
    site_id: UUID | None = None
    vehicle_id: UUID | None = None
    partner_id: UUID | None = None
    snapshot_id: UUID | None = None
    kind: EventKind | None = None
    edition_id: UUID | None = None
    since: int | None = None
    names: tuple[str, ...] = ()
    partner_ids: tuple[UUID, ...] = ()
    text: str = ""
    size: PaperSize | None = None
    labels: LabelSheet | None = None


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document that can be printed: code name, English title, what it needs, arguments that print an example.

    `purpose` is what it is for, `sizes` are the sheets it can be set on, `takes_…` tells what people type or choose.
    """

    name: str
    msgid: str
    needs: str
    is_internal: bool
    example: tuple[str, ...]
    purpose: DocumentPurpose = DocumentPurpose.house
    sizes: tuple[PaperSize | LabelSheet, ...] = ()
    takes_names: bool = False
    takes_text: bool = False
    takes_partners: bool = False
    takes_since: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """What a document could be about: a choice that prints it, its title, and its day."""

    choice: PrintChoice
    title: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Printable:
    """A document and everything it could be about now."""

    document: DocumentRow
    subjects: tuple[Subject, ...]
