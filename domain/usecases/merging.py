"""Merging two institutions that are one: a preview, and the merge itself as one undoable step."""

from collections.abc import Iterator
from dataclasses import fields, replace
from uuid import UUID

from sqlmodel import col, or_, select

from domain.errors import InvalidInputError, Problem
from domain.i18n import N_, Language
from domain.model import Contact, Partner, Relation
from domain.region.fold import fold
from domain.rows.duplicates import MergeOrder, MergePreview, MergeSide, Side
from domain.rows.field_names import FIELD_NAMES
from domain.rows.follower_names import table_words
from domain.rows.partners import PartnerDraft
from domain.rules import validation
from domain.rules.duplicates.addresses import phone_mark
from domain.rules.merging import differences, left_over, merged, value_words
from domain.rules.relations import opposite
from domain.store.session import Session
from domain.usecases import names
from domain.usecases.duplicates import compared
from domain.usecases.partner_tree import put_areas
from domain.usecases.partners import columns_of, draft_of
from domain.usecases.record_joining import Joining, Leftover, Row, break_circle, followers, table_named, whole_row
from domain.usecases.records import change_whole, get, refuse, refuse_outdated

PARTNER, CONTACT, RELATION = table_named("partner"), table_named("contact"), table_named("relation")
_DERIVED = frozenset({"kreis_ags", "match_key", "sort_key"})


def preview(session: Session, one: UUID, two: UUID) -> MergePreview:
    """Two institutions side by side; the left one, which stays, is the one more depends on, else the older.

    Raises:
        NotFoundError: one of them is gone.
    """
    sides = [get(session, Partner, each) for each in (one, two)]
    counts = {each.id: followers(session, PARTNER, {"id": each.id}) for each in sides}
    weight = {key: sum(each.count for each in found) for key, found in counts.items()}
    left, right = sorted(sides, key=lambda each: (-weight[each.id], each.created_at, each.id))
    pair = _side_of(session, left), _side_of(session, right)
    found = differences(*pair, _newer(left, right))
    return MergePreview(*pair, compared(pair[0].draft, pair[1].draft), found, followers=counts[right.id])


def _newer(left: Partner, right: Partner) -> Side:
    return Side.left if left.updated_at >= right.updated_at else Side.right


def _side_of(session: Session, partner: Partner) -> MergeSide:
    return MergeSide(partner.id, partner.version, draft_of(session, partner))


def merge(session: Session, order: MergeOrder, language: Language) -> UUID:
    """Make the right institution part of the left one; returns the id that stays.

    Everything that pointed at the right one points at the left one; people who are the same become one; what is not
    taken goes into the notes, in `language`.

    Raises:
        NotFoundError: one of them is gone.
        ConflictError: somebody changed one of them meanwhile.
        InvalidInputError: what comes of the two is impossible, e.g. notes that are too long.
    """
    if order.left.id == order.right.id:
        raise InvalidInputError(Problem("", N_("A partner cannot be merged with itself.")))
    pair = [get(session, Partner, side.id) for side in (order.left, order.right)]
    for partner, side in zip(pair, (order.left, order.right), strict=True):
        refuse_outdated(partner, side.version)
    draft, written = _draft_of(session, order, _newer(*pair), language)
    joining = Joining(session, lambda field, value: _line(session, field, value, language))
    left, right = (whole_row(session, PARTNER, side.id) for side in (order.left, order.right))
    joining.fill(PARTNER, left, right, leave={*(field.name for field in fields(PartnerDraft)), *_DERIVED})
    joining.join(PARTNER, right, left)
    session.expire_all()
    _join_contacts(joining, order.left.id)
    _join_relations(joining, order.left.id)
    session.expire_all()
    written += [_line_of(session, found, language) for found in joining.leftovers]
    draft = replace(draft, notes=_with_lines(draft.notes, order, written, session, language))
    refuse(validation.partner_problems(draft))
    stays = order.left.id
    change_whole(
        session, get(session, Partner, stays), None, columns_of(draft), lambda: put_areas(session, stays, draft.areas)
    )
    break_circle(session, PARTNER, stays)
    session.expire_all()
    return stays


def outcome(session: Session, order: MergeOrder, language: Language) -> PartnerDraft:
    """What the institution will be after `merge`, but for lines about links that cannot stay.

    Raises:
        NotFoundError: one of them is gone.
    """
    pair = [get(session, Partner, side.id) for side in (order.left, order.right)]
    draft, lines = _draft_of(session, order, _newer(*pair), language)
    return replace(draft, notes=_with_lines(draft.notes, order, lines, session, language))


def _draft_of(session: Session, order: MergeOrder, newer: Side, language: Language) -> tuple[PartnerDraft, list[str]]:
    """The merged draft and a line for everything that is not in it."""
    found = differences(order.left, order.right, newer)
    choices = dict(order.choices)
    lines = [
        _line(session, field, value, language)
        for field, value in left_over(found, choices)
        if (field, value) != ("name", order.right.draft.name)
    ]
    return merged(order.left, found, choices), lines


def _line(session: Session, field: str, value: object, language: Language) -> str:
    if isinstance(value, UUID):
        words = names.of_ids(session, [value]).get(value, str(value))
    else:
        words = value_words(field, value, language)
    return f"{language.gettext(FIELD_NAMES.get(field, field))}: {words}"


def _line_of(session: Session, found: Leftover, language: Language) -> str:
    """One line for what found no place among the links, e.g. that one of the two was a member of the other."""
    told = " · ".join(_line(session, name, value, language) for name, value in found.values)
    return told if found.table == PARTNER.name else f"{language.gettext(table_words(found.table))}: {told}"


def _with_lines(notes: str, order: MergeOrder, lines: list[str], session: Session, language: Language) -> str:
    head = language.text(
        N_("Merged on {day} with “{name}”"), (("day", session.today), ("name", order.right.draft.name))
    )
    return "\n".join(part for part in (notes.rstrip(), f"{head}:" if lines else f"{head}.", *lines) if part)


def _join_contacts(joining: Joining, partner_id: UUID) -> None:
    """Make one of people who are the same: one role, and nothing else that differs."""
    query = select(Contact).where(Contact.partner_id == partner_id).order_by(col(Contact.created_at), col(Contact.id))
    rows = [whole_row(joining.session, CONTACT, contact.id) for contact in joining.session.exec(query)]
    kept: list[Row] = []
    for row in rows:
        twin = next((other for other in kept if _are_same(other, row)), None)
        if twin is None:
            kept.append(row)
            continue
        joining.fill(CONTACT, twin, row, leave={"partner_id"})
        joining.join(CONTACT, row, twin)
        kept[kept.index(twin)] = whole_row(joining.session, CONTACT, twin["id"])


def _join_relations(joining: Joining, partner_id: UUID) -> None:
    """Make one of relations that say the same of the same two partners, whichever side they were noted from."""
    one, other = col(Relation.partner_id), col(Relation.other_id)
    query = select(Relation).where(or_(one == partner_id, other == partner_id))
    query = query.order_by(col(Relation.created_at), col(Relation.id))
    kept: list[Row] = []
    for row in [whole_row(joining.session, RELATION, relation.id) for relation in joining.session.exec(query)]:
        twin = next((each for each in kept if _say_the_same(each, row, partner_id)), None)
        if twin is None:
            kept.append(row)
            continue
        joining.fill(RELATION, twin, row, leave={"partner_id", "other_id", "kind"})
        joining.join(RELATION, row, twin)
        kept[kept.index(twin)] = whole_row(joining.session, RELATION, twin["id"])


def _say_the_same(one: Row, two: Row, partner_id: UUID) -> bool:
    """Whether two relations of a partner are one: other kinds and other times are not."""
    if _seen_from(one, partner_id) != _seen_from(two, partner_id):
        return False
    return all(one[day] == two[day] or None in {one[day], two[day]} for day in ("first_day", "last_day"))


def _seen_from(relation: Row, partner_id: UUID) -> tuple[object, object]:
    if relation["partner_id"] == partner_id:
        return relation["other_id"], relation["kind"]
    return relation["partner_id"], opposite(relation["kind"])


def _are_same(one: Row, two: Row) -> bool:
    """Whether two contacts are one: on different legal bases they are not, each is kept for its own reason."""
    if fold(one["role"]) != fold(two["role"]) or one["legal_basis"] != two["legal_basis"]:
        return False
    return all(_agree(mine, other) for mine, other in _compared(one, two))


def _compared(one: Row, two: Row) -> Iterator[tuple[str, str]]:
    yield fold(one["name"]), fold(two["name"])
    yield phone_mark(one["phone"]) or one["phone"], phone_mark(two["phone"]) or two["phone"]
    yield one["email"].lower(), two["email"].lower()


def _agree(one: str, two: str) -> bool:
    return one == two or not one or not two
