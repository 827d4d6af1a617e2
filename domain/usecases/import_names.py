"""Names in an imported table and the partners, topics and target groups they mean; nothing is ever invented."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from domain.errors import Problem
from domain.exchange.cells import names
from domain.i18n import N_
from domain.model import Partner, TargetGroup, Topic
from domain.region.fold import fold
from domain.store.session import Session

HOST_UNKNOWN = N_("No partner has this name; it was kept as written.")
HOST_LIKE = N_("No partner has this name; it was kept as written. Perhaps “{partner}” is meant.")
HOST_SEVERAL = N_("Several partners have this name; it was kept as written.")
NAME_UNKNOWN = N_("“{name}” is not in the catalogue and was left out.")

_ALIKE = 0.5


@dataclass(frozen=True)
class KnownNames:
    """Ids by folded name, as they stood when the import began; hosts asked for are remembered."""

    partners: Mapping[str, Sequence[tuple[UUID, str]]]
    topics: Mapping[str, UUID]
    groups: Mapping[str, UUID]
    by_word: Mapping[str, frozenset[str]]
    asked: dict[str, tuple[UUID | None, Problem | None]] = field(default_factory=dict)

    def host(self, name: str, town: str) -> tuple[UUID | None, Problem | None]:
        """The partner of this name (of several the one in this town), or a remark on whom it could mean."""
        key = f"{name}\x1f{town}"
        if name and key not in self.asked:
            self.asked[key] = self._host(name)
        return self.asked.get(key, (None, None))

    def _host(self, name: str) -> tuple[UUID | None, Problem | None]:
        found = self.partners.get(fold(name), ())
        if len(found) == 1:
            return found[0][0], None
        if found:
            return None, Problem("host", HOST_SEVERAL)
        like = self._like(name)
        return None, Problem("host", HOST_LIKE, (("partner", like),)) if like else Problem("host", HOST_UNKNOWN)

    def _like(self, name: str) -> str:
        """The partner that shares most words with the name, if it is at least half of all of both."""
        words = frozenset(fold(name).split())
        shared: dict[str, int] = defaultdict(int)
        for word in words:
            for key in self.by_word.get(word, ()):
                shared[key] += 1
        scored = [(count / len(words | frozenset(key.split())), key) for key, count in shared.items()]
        share, key = max(scored, default=(0.0, ""))
        return self.partners[key][0][1] if share >= _ALIKE else ""


def known_names(session: Session) -> KnownNames:
    """All names that a row can mean."""
    partners: dict[str, list[tuple[UUID, str]]] = defaultdict(list)
    by_word: dict[str, set[str]] = defaultdict(set)
    for partner_id, name in session.execute(select(col(Partner.id), col(Partner.name)).order_by(col(Partner.id))):
        key = fold(name)
        partners[key].append((partner_id, name))
        for word in key.split():
            by_word[word].add(key)
    return KnownNames(
        partners,
        _ids(session, Topic),
        _ids(session, TargetGroup),
        {word: frozenset(keys) for word, keys in by_word.items()},
    )


def _ids(session: Session, table: Any) -> dict[str, UUID]:  # noqa: ANN401 - a table with names
    rows = session.execute(select(col(table.id), col(table.name)).order_by(col(table.id).desc()))
    return {fold(name): found for found, name in rows}


def listed(field_name: str, text: str, known: Mapping[str, UUID]) -> tuple[tuple[UUID, ...], list[Problem]]:
    """The ids of the names in a list, and a remark on each that is not known; names may hold commas themselves."""
    parts, ids, remarks = names(text), dict[UUID, None](), list[Problem]()
    at = 0
    while at < len(parts):
        end = _longest(parts, at, lambda name: fold(name) in known)
        if end == at:
            remarks.append(Problem(field_name, NAME_UNKNOWN, (("name", parts[at][:60]),)))
            at += 1
        else:
            ids[known[fold(", ".join(parts[at:end]))]] = None
            at = end
    return tuple(ids), remarks


def _longest(parts: Sequence[str], at: int, is_known: Callable[[str], bool]) -> int:
    ends: Iterable[int] = range(len(parts), at, -1)
    return next((end for end in ends if is_known(", ".join(parts[at:end]))), at)
