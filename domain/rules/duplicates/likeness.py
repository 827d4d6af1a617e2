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
    first, second = _unmatched(one, two)
    towns = _towns(one, two)
    left = first[0] - towns, second[0] - towns
    slips = first[1]
    is_named = bool((one.name.words | one.name.units) and (two.name.words | two.name.units)) or (
        one.forms == two.forms and bool(one.forms) and not one.name.words and not two.name.words
    )
    if left[0] and left[1]:
        return _joined(left) or _mistyped(one, two)
    if not is_named:
        return PART_OF_NAME
    if left[0] or left[1] or bool(one.forms) != bool(two.forms) or one.name.units != two.name.units:
        return PART_OF_NAME
    return LIKE_NAME if slips else SAME_NAME


def _mistyped(one: Mark, two: Mark) -> Reason:
    """A slip that hides a word: a blank left out, a letter too many in the word that names the school type."""
    return LIKE_NAME if differ_by_one_letter(one.name.whole, two.name.whole) else OTHER_NAME


def _towns(one: Mark, two: Mark) -> frozenset[str]:
    """The words of the town, which a name may bear or not; of two different towns only what both have."""
    if one.town == two.town or not one.town or not two.town:
        return one.town_words | two.town_words
    return one.town_words & two.town_words


def _joined(left: tuple[frozenset[str], frozenset[str]]) -> Reason | None:
    """Words written apart here and together there: Bildungs-Manufaktur, Bildungsmanufaktur."""
    one, two = (sorted(words, key=len) for words in left)
    whole, parts = (one, two) if len(one) < len(two) else (two, one)
    if len(whole) != 1 or len(parts) == 1:
        return None
    rest = whole[0]
    for part in parts:
        rest = rest.replace(part, "", 1)
    return LIKE_NAME if not rest else None


def _unmatched(one: Mark, two: Mark) -> tuple[tuple[frozenset[str], bool], tuple[frozenset[str], bool]]:
    """The words of each that the other has not, not even mistyped; and whether any was mistyped."""
    first = set(one.name.words - two.name.words)
    second = set(two.name.words - one.name.words)
    slipped = False
    if not first or not second:
        return (frozenset(first), slipped), (frozenset(second), slipped)
    for word in sorted(first):
        twin = next((other for other in sorted(second) if differ_by_a_slip(word, other)), None)
        if twin is not None:
            slipped = True
            first.discard(word)
            second.discard(twin)
    return (frozenset(first), slipped), (frozenset(second), slipped)


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
