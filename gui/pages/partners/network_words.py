"""The network in words: ties, gaps and what a node says to the pointer and the screen reader."""

from uuid import UUID

from domain.labels import label
from domain.rows.network import Gap, KreisNetwork, Node, Tie
from domain.rules.network import Circle
from domain.rules.relations import opposite
from domain.terms import NetworkGap
from gui.texts import _, current, ngettext

_NAMED, _SPOKEN = 2, 12


def circle_words(circle: Circle) -> str:
    """The head of a column of the diagram."""
    return {
        Circle.offices: _("Offices"),
        Circle.police: _("Police, councils"),
        Circle.education: _("Education"),
        Circle.society: _("Clubs, advice"),
        Circle.others: _("Others"),
    }[circle]


class NetworkIndex:
    """A network with its nodes by id and the ties of each, made once: pictures and lists look them up when painting."""

    def __init__(self, network: KreisNetwork) -> None:
        self.network = network
        self.nodes: dict[UUID, Node] = {node.partner.id: node for node in network.nodes}
        self._ties: dict[UUID, list[Tie]] = {}
        for tie in network.ties:
            for end in (tie.first, tie.second):
                self._ties.setdefault(end, []).append(tie)

    def ties_of(self, partner: UUID | None) -> list[Tie]:
        """The ties of a partner, the strongest first."""
        return self._ties.get(partner, []) if partner is not None else []

    def tie_words(self, tie: Tie, seen_from: UUID) -> str:
        """What binds a partner to another, read from the first: "works with Stadt Köthen, 3 events together"."""
        is_first = tie.first == seen_from
        other = self.nodes.get(tie.second if is_first else tie.first)
        name = other.partner.name if other else "–"
        kinds = [label(kind if is_first else opposite(kind), current()) for kind in tie.relations]
        parts = [f"{kind} {name}" for kind in kinds] or [name]
        if tie.is_membership:
            parts.append(_("membership"))
        if tie.is_tree:
            parts.append(_("belong together"))
        if tie.events:
            words = ngettext("{count} event together", "{count} events together", tie.events)
            parts.append(words.format(count=tie.events))
        return ", ".join(parts)

    def node_words(self, node: Node) -> str:
        """What a node says: name, category, last contact, next event, and its strongest ties."""
        lines = [f"{node.partner.name} ({label(node.partner.office_kind or node.partner.category, current())})"]
        if node.last_contact:
            lines.append(_("Last contact: {day}").format(day=current().day(node.last_contact)))
        if node.next_event:
            day = current().day(node.next_event.day)
            lines.append(_("Next event: {day}, {title}").format(day=day, title=node.next_event.title))
        ties = self.ties_of(node.partner.id)
        lines += [self.tie_words(tie, node.partner.id) for tie in ties[:_SPOKEN]]
        if (rest := len(ties) - _SPOKEN) > 0:
            lines.append(ngettext("{count} more", "{count} more", rest).format(count=rest))
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
