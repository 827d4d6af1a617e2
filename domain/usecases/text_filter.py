"""Finding and sorting records by the text in them."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import String, Uuid, column, literal, select, table, type_coerce
from sqlalchemy.sql.selectable import Select

from domain.region.fold import sort_key
from domain.store import search_tables
from domain.store.session import Session

_SEARCH = table("search", column("kind"), column("ref"), column("fold"))


def matching(kind: str, text: str) -> Select[UUID]:
    """The ids of records of a searched table whose text holds every word, however umlauts are written."""
    words = search_tables.fold(text).split()
    conditions = [_SEARCH.c.fold.contains(word, autoescape=True) for word in words]
    return select(type_coerce(_SEARCH.c.ref, Uuid())).where(_SEARCH.c.kind == literal(kind), *conditions)


def ids_of(session: Session, query: Select[UUID]) -> list[UUID]:
    """The ids a query finds; made from their text by hand, as a hundred thousand at once take the ORM half a second."""
    (column_of_ids,) = query.selected_columns
    lines = session.execute(query.with_only_columns(type_coerce(column_of_ids, String)))
    return [UUID(key) for key in lines.scalars()]


def by_text(lines: Iterable[tuple[UUID, str]], *, descending: bool = False) -> list[UUID]:
    """The ids sorted by their texts as a German dictionary does (ä like a); empty texts last, equal ones as given."""
    keyed = [(sort_key(text), key) for key, text in lines]
    filled = sorted((pair for pair in keyed if pair[0]), key=lambda pair: pair[0], reverse=descending)
    return [key for _text, key in filled] + [key for text, key in keyed if not text]
