"""The network in words: ties, gaps and what a node says to the pointer and the screen reader."""

from collections.abc import Mapping
from uuid import UUID

from domain.labels import label
from domain.rows.network import Gap, KreisNetwork, Node, Tie
from domain.rules.network import Circle
from domain.rules.relations import opposite
from domain.terms import NetworkGap
from gui.texts import _, current, ngettext

_NAMED = 2


def circle_words(circle: Circle) -> str:
    """The head of a column of the diagram."""
    return {
        Circle.offices: _("Offices"),
        Circle.police: _("Police, councils"),
        Circle.education: _("Education"),
        Circle.society: _("Clubs, advice"),
        Circle.others: _("Others"),
    }[circle]


def tie_words(tie: Tie, seen_from: UUID, others: Mapping[UUID, Node]) -> str:
    """What binds a partner to another, read from the first: "works with Stadt Köthen, 3 events together"."""
    is_first = tie.first == seen_from
    other = others.get(tie.second if is_first else tie.first)
    name = other.partner.name if other else "–"
    kinds = [label(kind if is_first else opposite(kind), current()) for kind in tie.relations]
    parts = [f"{kind} {name}" for kind in kinds] or [name]
    if tie.is_membership:
        parts.append(_("membership"))
    if tie.is_tree:
        parts.append(_("belong together"))
    if tie.events:
        parts.append(ngettext("{count} event together", "{count} events together", tie.events).format(count=tie.events))
    return ", ".join(parts)


def ties_of(network: KreisNetwork, partner: UUID) -> list[Tie]:
    """The ties of a partner, the strongest first."""
    return [tie for tie in network.ties if partner in {tie.first, tie.second}]


def node_words(node: Node, network: KreisNetwork, others: Mapping[UUID, Node]) -> str:
    """Everything a node says: name, category, last contact, next event, ties."""
    lines = [f"{node.partner.name} ({label(node.partner.office_kind or node.partner.category, current())})"]
    if node.last_contact:
        lines.append(_("Last contact: {day}").format(day=current().day(node.last_contact)))
    if node.next_event:
        day = current().day(node.next_event.day)
        lines.append(_("Next event: {day}, {title}").format(day=day, title=node.next_event.title))
    lines += [tie_words(tie, node.partner.id, others) for tie in ties_of(network, node.partner.id)]
    return "\n".join(lines)


def gap_words(gap: Gap, *, whole: bool = False) -> str:
    """A gap as one line; of many names the first two, all if `whole`."""
    if not gap.names:
        return label(gap.kind, current())
    shown = gap.names if whole or len(gap.names) <= _NAMED + 1 else gap.names[:_NAMED]
    names = ", ".join(shown)
    if rest := len(gap.names) - len(shown):
        names = _("{names} and {count} more").format(names=names, count=rest)
    if gap.kind is NetworkGap.rbb:
        return _("No regional police officer for {names}").format(names=names)
    return _("No public order office for {names}").format(names=names)
