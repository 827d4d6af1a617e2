"""Which drafts of concerns can be taken: never with personal data."""

from collections.abc import Collection, Iterator
from datetime import date

from domain.errors import Problem
from domain.i18n import N_
from domain.labels import name_of
from domain.region.kreise import kreise
from domain.rows.concerns import AnswerDraft, ConcernDraft
from domain.rules import personal_details
from domain.rules.validation import fields
from domain.rules.validation.fields import LONG_TEXT
from domain.terms import PersonalKind

WORDING_LENGTH = 2_000
PUBLIC_LENGTH = 500
"""Characters of the public short form at most: three lines on the result sheet."""

PUBLIC_ANSWER_LENGTH = 2_000

_LENGTHS = {
    "wording": WORDING_LENGTH,
    "place": 300,
    "office_name": 300,
    "public_text": PUBLIC_LENGTH,
    "notes": 2_000,
}


def concern_problems(draft: ConcernDraft, *, today: date) -> list[Problem]:
    """Why the concern cannot be taken, by field; empty when it can. `today` is the local day."""
    return [
        *fields.required("wording", draft.wording),
        *fields.texts(draft, _LENGTHS),
        *(problem for name in ("wording", "place", "public_text") for problem in _personal(name, getattr(draft, name))),
        *_personal("notes", draft.notes, personal_details.IN_ANSWERS),
        *fields.ags("ags", draft.ags),
        *_kreis(draft.kreis_ags),
        *fields.day("raised_on", draft.raised_on),
        *_not_ahead("raised_on", draft.raised_on, today),
        *fields.day("due", draft.due),
        *fields.days_in_order("due", draft.raised_on, draft.due),
    ]


def answer_problems(draft: AnswerDraft, *, raised_on: date | None, today: date) -> list[Problem]:
    """Why an answer cannot be taken, by field."""
    return [
        *fields.required("answer", draft.answer),
        *fields.text("answer", draft.answer, LONG_TEXT),
        *fields.text("public_answer", draft.public_answer, PUBLIC_ANSWER_LENGTH),
        *fields.text("public_text", draft.public_text or "", PUBLIC_LENGTH),
        *_personal("answer", draft.answer, personal_details.IN_ANSWERS),
        *_personal("public_answer", draft.public_answer, personal_details.IN_ANSWERS),
        *_personal("public_text", draft.public_text or ""),
        *fields.day("answered_on", draft.answered_on),
        *_not_ahead("answered_on", draft.answered_on, today),
        *fields.days_in_order("answered_on", raised_on, draft.answered_on),
    ]


def forwarding_problems(office_name: str, *, has_office: bool, due: date | None, today: date) -> list[Problem]:
    """Why a concern cannot be forwarded: it needs an office, a partner or a name, and a day that is still to come."""
    problems = [*fields.text("office_name", office_name, _LENGTHS["office_name"]), *fields.day("due", due)]
    if not has_office and not office_name.strip():
        problems.append(Problem("office_id", N_("Please name the office that has to answer.")))
    if due is None:
        problems.append(Problem("due", N_("Please give the day until when the office has to answer.")))
    elif due < today:
        problems.append(Problem("due", N_("This day has passed.")))
    return problems


def reason_problems(reason: str) -> list[Problem]:
    """Why a reason cannot be taken."""
    return [
        *fields.required("state_reason", reason),
        *fields.text("state_reason", reason, 2_000),
        *_personal("state_reason", reason),
    ]


def _personal(field: str, text: str, kinds: Collection[PersonalKind] = personal_details.HARD) -> Iterator[Problem]:
    found = personal_details.find(text[:LONG_TEXT], kinds)
    if found:
        what = Problem("", name_of(found[0].kind))
        yield Problem(
            field,
            N_("{what} “{text}”: please black it out, personal data are not stored with a concern."),
            (("what", what), ("text", found[0].text)),
        )


def _kreis(ags: str | None) -> Iterator[Problem]:
    if ags is not None and ags not in {found.ags for found in kreise()}:
        yield Problem("kreis_ags", N_("There is no district {ags} in Sachsen-Anhalt (15001 … 15091)."), (("ags", ags),))


def _not_ahead(field: str, day: date | None, today: date) -> Iterator[Problem]:
    if day is not None and day > today:
        yield Problem(field, N_("This day is still to come."))
