"""Relations between partners, read from either side."""

from domain.terms import RelationKind

_PAIRS = (
    (RelationKind.works_with, RelationKind.works_with),
    (RelationKind.runs, RelationKind.run_by),
    (RelationKind.funds, RelationKind.funded_by),
    (RelationKind.represents, RelationKind.represented_by),
    (RelationKind.successor_of, RelationKind.predecessor_of),
)
_OPPOSITE = {one: other for first, second in _PAIRS for one, other in ((first, second), (second, first))}


def opposite(kind: RelationKind) -> RelationKind:
    """How the other partner stands to the first; the opposite of the opposite is the kind itself."""
    return _OPPOSITE[kind]
