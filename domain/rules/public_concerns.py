"""The one way from a concern's record to what the public may see of it."""

from collections.abc import Callable

from domain.rows.concerns import ConcernRow
from domain.rows.published_concerns import PublicConcern
from domain.rules import personal_details
from domain.terms import Audience


def publish_concern(
    row: ConcernRow, raised_at: Audience | None, clean: Callable[[str], str] = str
) -> PublicConcern | None:
    """The concern as everybody may read it; None if it was raised at an event that is not public.

    `raised_at` is the audience of that event, None if there was none. Only number, category, place category, state and
    the texts written for the public are copied: no wording, place, office, notes, reason or answer for the house. Of
    the texts `clean` takes names that stay in the house; what must never be stored is blacked out once more. The public
    answer stays inside as long as the concern is not answered.
    """
    if raised_at not in {None, Audience.public}:
        return None
    is_answered = row.answered_on is not None
    return PublicConcern(
        number=row.number,
        category=row.draft.category,
        place_category=row.draft.place_category,
        state=row.state,
        text=personal_details.redact(clean(row.draft.public_text), personal_details.HARD),
        answer=personal_details.redact(clean(row.public_answer), personal_details.IN_ANSWERS) if is_answered else "",
    )
