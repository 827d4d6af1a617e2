"""How alike two institutions are, with every reason and its points."""

from collections.abc import Iterator

from domain.i18n import N_
from domain.rows.duplicates import Likeness, Reason
from domain.rules.duplicates.addresses import same_house
from domain.rules.duplicates.marks import Mark
from domain.rules.duplicates.names import differ_by_a_slip, differ_by_one_letter
from domain.terms import PartnerCategory

LIKELY = 60
"""Points from which two are called probably the same: name and place alone reach it (50 + 15), name without any place
does not, nor do address, telephone and website of a school centre without the name (40 + 15)."""

POSSIBLE = 50
"""Points from which a person who is typing gets a hint: there a glance costs little and a second record much. The same
name with the place not typed yet (50) is enough."""

SAME_NAME = Reason(N_("Same name"), 50)
LIKE_NAME = Reason(N_("Name almost the same"), 46)
PART_OF_NAME = Reason(N_("One name contains the other"), 20)
OTHER_NAME = Reason(N_("Another name"), -40)
SAME_TOWN = Reason(N_("Same town"), 15)
OTHER_TOWN = Reason(N_("Another town"), -60)
SAME_ADDRESS = Reason(N_("Same address"), 30)
SAME_STREET = Reason(N_("Same street, another number"), -10)
OTHER_STREET = Reason(N_("Another street"), -25)
SAME_PHONE = Reason(N_("Same telephone number"), 25)
OTHER_PHONE = Reason(N_("Another telephone number"), -5)
SAME_EMAIL = Reason(N_("Same e-mail address"), 20)
SAME_HOST = Reason(N_("Same website"), 10)
SAME_FORM = Reason(N_("Same school type"), 5)
ONE_FORM = Reason(N_("School type only with one of them"), -20)
OTHER_FORM = Reason(N_("Another school type"), -80)
OTHER_UNIT = Reason(N_("Another office of the house"), -40)
OTHER_NUMBER = Reason(N_("Another number in the name"), -80)
ONE_NUMBER = Reason(N_("Number only in one of the names"), -30)
OTHER_CATEGORY = Reason(N_("Another category"), -25)

_MOST_FOR_REACHING = 40
"""What address, telephone, e-mail and website can bring together: two schools in one house share all four, so
that they are one piece of evidence, not four."""

_MOST_SLIPS = 2
"""By how many letters the lengths of two words may differ that are one with a slip."""

REASONS = (
    SAME_NAME, LIKE_NAME, PART_OF_NAME, OTHER_NAME, SAME_TOWN, OTHER_TOWN, SAME_ADDRESS, SAME_STREET, OTHER_STREET,
    SAME_PHONE, OTHER_PHONE, SAME_EMAIL, SAME_HOST, SAME_FORM, ONE_FORM, OTHER_FORM, OTHER_UNIT, OTHER_NUMBER,
    ONE_NUMBER, OTHER_CATEGORY,
)  # fmt: skip


def likeness(one: Mark, two: Mark) -> Likeness:
    """How alike two institutions are; the same whichever comes first.

    Address, telephone, e-mail and website bring at most 40 points together, each reason less where needed.
    """
    against = (*_place(one, two), *_kind(one, two), _name(one, two))
    reaching = _capped(tuple(_reaching(one, two)))
    found = sorted((*against, *reaching), key=lambda reason: (-abs(reason.points), reason.msgid))
    return Likeness(sum(reason.points for reason in found), tuple(found))


def may_be_alike(one: Mark, two: Mark) -> bool:
    """Whether a full comparison is worth its time: not if school type, number, town or name exclude it."""
    if one.forms and two.forms and one.forms.isdisjoint(two.forms):
        return False
    if one.name.numbers and two.name.numbers and one.name.numbers != two.name.numbers:
        return False
    return _same_place(one, two) is not False and _name(one, two) is not OTHER_NAME


def _name(one: Mark, two: Mark) -> Reason:
    mine, other = one.name, two.name
    first, second = mine.words - other.words, other.words - mine.words
    slipped = False
    if first or second:
        first, second, slipped = _without_slips(first, second)
        towns = _towns(one, two)
        first, second = first - towns, second - towns
        if first and second:
            return LIKE_NAME if _is_joined(first, second) or _is_mistyped(mine.whole, other.whole) else OTHER_NAME
    if first or second or bool(one.forms) != bool(two.forms) or mine.units != other.units or not _is_named(one, two):
        return PART_OF_NAME
    return LIKE_NAME if slipped else SAME_NAME


def _is_named(one: Mark, two: Mark) -> bool:
    """Whether both names say more than what sort of institution it is, or both say just that."""
    mine, other = one.name.words or one.name.units, two.name.words or two.name.units
    return bool(mine and other) or (not mine and not other and bool(one.forms) and one.forms == two.forms)


def _is_mistyped(one: str, two: str) -> bool:
    """A slip that hides a word: a blank left out, a letter too many in the word that names the school type."""
    return abs(len(one) - len(two)) <= 1 and _share_an_end(one, two) and differ_by_one_letter(one, two)


def _share_an_end(one: str, two: str) -> bool:
    """Whether two words begin or end alike: cheaper than looking for slips, and hardly anybody errs at both ends."""
    return one[:1] == two[:1] or one[-1:] == two[-1:]


def _towns(one: Mark, two: Mark) -> frozenset[str]:
    """The words of the town, which a name may bear or not; of two different towns only what both have."""
    if one.town == two.town or not one.town or not two.town:
        return one.town_words | two.town_words
    return one.town_words & two.town_words


def _is_joined(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether words are written apart here and together there: Bildungs-Manufaktur, Bildungsmanufaktur."""
    whole, parts = (one, two) if len(one) < len(two) else (two, one)
    if len(whole) != 1 or len(parts) == 1:
        return False
    (rest,) = whole
    for part in sorted(parts, key=lambda word: (-len(word), word)):
        rest = rest.replace(part, "", 1)
    return not rest


def _without_slips(one: frozenset[str], two: frozenset[str]) -> tuple[frozenset[str], frozenset[str], bool]:
    """The words of each that are not the other's mistyped; and whether any was."""
    near = [
        (word, other)
        for word in one
        for other in two
        if abs(len(word) - len(other)) <= _MOST_SLIPS and _share_an_end(word, other) and differ_by_a_slip(word, other)
    ]
    for word, other in sorted(near):
        if word in one and other in two:
            one, two = one - {word}, two - {other}
    return one, two, bool(near)


def _same_place(one: Mark, two: Mark) -> bool | None:
    """Whether both are in one place; None if that is not known."""
    ours, theirs = one.profile, two.profile
    is_known = False
    for mine, other in ((ours.postcode, theirs.postcode), (one.town, two.town), (ours.ags, theirs.ags)):
        if mine and other:
            if mine == other:
                return True
            is_known = True
    return False if is_known else None


def _place(one: Mark, two: Mark) -> Iterator[Reason]:
    same = _same_place(one, two)
    if same is None:
        return
    yield SAME_TOWN if same else OTHER_TOWN


def _reaching(one: Mark, two: Mark) -> Iterator[Reason]:
    if one.street.name and two.street.name and _same_place(one, two) is not False:
        yield from _streets(one, two)
    if one.phone and two.phone:
        yield SAME_PHONE if one.phone == two.phone else OTHER_PHONE
    if one.email and one.email == two.email:
        yield SAME_EMAIL
    elif one.hosts & two.hosts:
        yield SAME_HOST


def _streets(one: Mark, two: Mark) -> Iterator[Reason]:
    mine, other = one.street, two.street
    if mine.name != other.name and not differ_by_a_slip(mine.name, other.name):
        yield OTHER_STREET
    elif same_house(mine, other) or mine.first == other.first:
        yield SAME_ADDRESS
    elif mine.first and other.first:
        yield SAME_STREET


def _capped(found: tuple[Reason, ...]) -> Iterator[Reason]:
    room = _MOST_FOR_REACHING
    for reason in found:
        points = min(reason.points, room)
        room -= max(points, 0)
        if points:
            yield Reason(reason.msgid, points)


def _kind(one: Mark, two: Mark) -> Iterator[Reason]:
    if one.forms and two.forms:
        yield OTHER_FORM if one.forms.isdisjoint(two.forms) else SAME_FORM
    elif one.forms or two.forms:
        yield ONE_FORM
    if one.name.units != two.name.units:
        yield OTHER_UNIT
    if one.name.numbers != two.name.numbers:
        yield OTHER_NUMBER if one.name.numbers and two.name.numbers else ONE_NUMBER
    categories = {one.profile.category, two.profile.category}
    if len(categories) > 1 and PartnerCategory.other not in categories:
        yield OTHER_CATEGORY
