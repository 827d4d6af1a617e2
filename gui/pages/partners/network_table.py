"""The network of a Kreis as a list: the same partners, ties in words, last contact and next event."""

from collections.abc import Callable
from datetime import date

from domain.labels import label
from domain.rows.network import Node
from gui.models.table import Cell, Column
from gui.pages.partners.columns import contact_cell, icon_of
from gui.pages.partners.network_words import NetworkIndex
from gui.texts import _, current, ngettext

_SHOWN = 2


def columns(shown: Callable[[], NetworkIndex], today: Callable[[], date]) -> list[Column[Node]]:
    """Name, category, ties, last contact and next event of the network that `shown` gives."""

    def ties(node: Node) -> Cell:
        index = shown()
        found = index.ties_of(node.partner.id)
        words = [index.tie_words(tie, node.partner.id) for tie in found[:_SHOWN]]
        if rest := len(found) - len(words):
            words.append(ngettext("{count} more", "{count} more", rest).format(count=rest))
        return Cell("; ".join(words), tone="muted")

    return [
        Column(_("Name"), _name),
        Column(_("Category"), _category, width=132, hide_below=860),
        Column(_("Tied to"), ties),
        Column(_("Last contact"), lambda node: contact_cell(node.last_contact, today()), width=108, is_right=True),
        Column(_("Next event"), _next, width=124, is_right=True),
    ]


def _name(node: Node) -> Cell:
    return Cell(node.partner.name, icon=icon_of(node.partner.category), is_first=True)


def _category(node: Node) -> Cell:
    return Cell(label(node.partner.office_kind or node.partner.category, current()), tone="muted")


def _next(node: Node) -> Cell:
    return Cell(current().day(node.next_event.day)) if node.next_event else Cell("–", tone="muted")
