"""Putting identifiers and literals into SQL text where placeholders are not allowed."""

from collections.abc import Iterable


def ident(name: str) -> str:
    """A table or column name as a quoted SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """Text as a quoted SQL literal, for triggers and other DDL that take no parameters."""
    return "'" + text.replace("'", "''") + "'"


def sql(template: str, **parts: str) -> str:
    """The statement with its `{fields}` filled by SQL text from `ident`, `literal` and `commas`; never by input."""
    return template.format(**parts)


def commas(parts: Iterable[str]) -> str:
    """Several pieces of SQL with commas between them."""
    return ", ".join(parts)


def paths(column: str) -> str:
    """The JSON path of a column inside a journal image, as an SQL literal."""
    return literal(f'$."{column}"')
