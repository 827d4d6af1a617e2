"""Whether somebody who asks is a school."""

from domain.region.fold import fold
from domain.terms import PartnerCategory, Schulform

_STEMS = ("schule", "schulen", "gymnasi", "bbs ", "igs ", "kgs ", "schulzentrum")
_NOT_SCHOOLS = ("hochschul", "volkshochschul", "musikschul", "fahrschul", "schulamt", "tanzschul")


def is_school(name: str, schulform: Schulform | None = None, category: PartnerCategory | None = None) -> bool:
    """Whether an institution is a school: as it is recorded, by its Schulform, else by its name."""
    if category is not None:
        return category is PartnerCategory.school
    if schulform is not None:
        return True
    words = f"{fold(name)} "
    for other in _NOT_SCHOOLS:
        words = words.replace(other, "")
    return any(stem in words for stem in _STEMS)
