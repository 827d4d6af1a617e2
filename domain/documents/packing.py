"""The packing list of a tour day or event: boxes to tick, in the order in which a vehicle is loaded."""

from collections.abc import Sequence

from domain.documents import parts
from domain.documents.kit.flow import Block
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.table import items
from domain.documents.kit.text import Run, b, one_line
from domain.documents.kit.theme import Theme
from domain.i18n import N_, Language
from domain.rows.packing import PackGroup, PackingList, PackItem

_MUTED = "#566672"
_HEADS = {
    PackGroup.equipment: N_("Equipment"),
    PackGroup.material: N_("Publications"),
    PackGroup.power: N_("Power and stand"),
    PackGroup.keys: N_("Keys"),
    PackGroup.permits: N_("Permits"),
}


def pack_lines(found: PackingList, language: Language) -> list[Sequence[Run]]:
    """What to load in one list, what is still open a weight stronger; keys and settled permits stand at their stops."""
    loaded = {PackGroup.equipment, PackGroup.material, PackGroup.power}
    return [_line(item, language) for item in found.items if item.group in loaded or item.is_open]


def pack_sections(found: PackingList, language: Language, theme: Theme, *, is_day: bool = True) -> list[list[Block]]:
    """One section for each group that has something, then what need not come along; `is_day` tells several stops."""
    _ = language.gettext
    sections = []
    for group, head in _HEADS.items():
        lines = [_line(item, language, is_day=is_day) for item in found.items if item.group is group]
        if lines:
            sections.append(parts.section(_(head), theme, [items(theme, lines, to_tick=True)]))
    if found.spare:
        spare = language.listing(one_line(name, 80) for name in found.spare)
        text = (
            _("On board, but no stop of the day needs it: {names}")
            if is_day
            else _("On board, but not needed: {names}")
        )
        text = text.format(names=spare)
        sections.append(parts.section(_("May stay here"), theme, [Paragraph(text, theme.plain)]))
    return sections


def _line(item: PackItem, language: Language, *, is_day: bool = True) -> Sequence[Run]:
    words = one_line(language.text(item.msgid, item.params), 300)
    behind = [one_line(language.text(msgid, params), 160) for msgid, params in item.notes]
    if is_day and item.stops:
        behind.append(_stops(item.stops, language))
    line = [b(words) if item.is_open else Run(words)]
    return [*line, Run("  " + " · ".join(behind), colour=_MUTED)] if behind else line


def _stops(stops: Sequence[int], language: Language) -> str:
    """The stops an item is for, as numbered on the sheet."""
    pattern = language.ngettext("stop {numbers}", "stops {numbers}", len(stops))
    return pattern.format(numbers=", ".join(map(str, stops)))
