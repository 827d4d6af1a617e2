"""An agenda typed as lines, set as a table of times or as a list."""

from domain.documents import parts
from domain.documents.kit.flow import Block
from domain.documents.kit.table import items, times
from domain.documents.kit.theme import MM, Theme
from domain.i18n import Language
from domain.rules.agenda import BULLET, TIMED_LINE


def agenda(text: str, language: Language, theme: Theme) -> list[Block]:
    """Agenda lines as a table of times if every line begins with one, otherwise as a list; nothing if empty."""
    lines = [block.text for block in parts.prose(text, theme.plain, language)]
    timed = [TIMED_LINE.match(line) for line in lines]
    if not lines:
        return []
    if not all(timed):
        return [items(theme, [BULLET.sub("", line) for line in lines])]
    rows = [(f"{int(found[1]):02d}:{found[2]}", found[3]) for found in timed if found]
    return [times(theme, rows, 13 * MM)]
