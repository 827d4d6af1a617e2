"""Which records hold the words a person typed into a list's filter."""

from uuid import UUID

from sqlalchemy import Uuid, column, literal, select, table, type_coerce
from sqlalchemy.sql.selectable import Select

from domain.store.search_tables import fold

_SEARCH = table("search", column("kind"), column("ref"), column("fold"))


def matching(kind: str, text: str) -> Select[UUID]:
    """The ids of records of a searched table whose text holds every word, however umlauts are written."""
    words = fold(text).split()
    conditions = [_SEARCH.c.fold.contains(word, autoescape=True) for word in words]
    return select(type_coerce(_SEARCH.c.ref, Uuid())).where(_SEARCH.c.kind == literal(kind), *conditions)
