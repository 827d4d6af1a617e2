"""What the page of lectures shows, read in one go beside the GUI thread."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from domain.rows.catalogue import LectureFilter, LectureRow, OfferRow
from domain.rows.speakers import Award, SpeakerRow
from domain.rows.vocabulary import TopicRow
from gui.pages.lectures.material import publication_name

if TYPE_CHECKING:
    from domain.store.session import Session


@dataclass(frozen=True, slots=True)
class Reading:
    """Rows of all three views; `publications` are names by id."""

    lectures: Sequence[LectureRow]
    offers: Sequence[OfferRow]
    speakers: Sequence[SpeakerRow]
    awards: Sequence[Award]
    topics: Sequence[TopicRow]
    publications: dict[UUID, str]


def read(session: "Session", wanted: LectureFilter) -> Reading:
    """Everything as it stands in the file, the lectures by their filter."""
    from domain.usecases import catalogue, lectures, publications, qualifications, speakers, vocabulary

    return Reading(
        lectures=lectures.rows(session, wanted),
        offers=catalogue.list_rows(session),
        speakers=speakers.rows(session),
        awards=qualifications.pending(session),
        topics=vocabulary.topic_rows(session),
        publications={row.id: publication_name(row) for row in publications.list_rows(session)},
    )
