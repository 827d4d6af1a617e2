"""Finding institutions that stand in the file twice, and remembering which do not."""

from uuid import UUID

from sqlmodel import col, select

from domain.model import DistinctPair, Partner
from domain.rows.duplicates import Likeness, Profile
from domain.rows.partners import PartnerDraft
from domain.rules.duplicates import DuplicateBook, likeness, mark_of
from domain.store.session import Session
from domain.terms import PartnerCategory, Schulform
from domain.usecases.records import get, write_out

_LINES = "select id, name, category, schulform, street, postcode, town, ags, phone, email, website from partner"
_CATEGORIES = {category.value: category for category in PartnerCategory}
_FORMS = {form.value: form for form in Schulform}


def book(session: Session) -> DuplicateBook:
    """All institutions, ready to be asked which may be the same; takes a second for 15,000: for a pool thread."""
    profiles = [
        Profile(UUID(line[0]), line[1], _CATEGORIES[line[2]], _FORMS.get(line[3]), *line[4:])
        for line in session.raw().execute(_LINES)
    ]
    return DuplicateBook(profiles, apart(session))


def apart(session: Session) -> list[frozenset[UUID]]:
    """The pairs of which a person said that they are not the same."""
    return [frozenset({pair.first_id, pair.second_id}) for pair in session.exec(select(DistinctPair))]


def set_apart(session: Session, one: UUID, two: UUID) -> None:
    """Remember that two institutions are not the same; nothing happens if that is known.

    Raises:
        NotFoundError: one of them is gone.
    """
    first, second = sorted((get(session, Partner, one).id, get(session, Partner, two).id))
    wanted = (col(DistinctPair.first_id).in_((first, second)), col(DistinctPair.second_id).in_((first, second)))
    if session.exec(select(DistinctPair).where(*wanted)).first() is None:
        session.add(DistinctPair(first_id=first, second_id=second, noted_on=session.today))
        write_out(session)


def profile_of(draft: PartnerDraft, partner_id: UUID | None = None) -> Profile:
    """What of a draft is compared."""
    return Profile(
        partner_id,
        draft.name,
        draft.category,
        draft.schulform,
        draft.street,
        draft.postcode,
        draft.town,
        draft.ags,
        draft.phone,
        draft.email,
        draft.website,
    )


def compared(one: PartnerDraft, two: PartnerDraft) -> Likeness:
    """How alike two institutions are, whether or not they are thought the same."""
    return likeness(mark_of(profile_of(one)), mark_of(profile_of(two)))
