"""What an action is: one thing a person can do, as data."""

from dataclasses import dataclass
from enum import StrEnum, auto


class When(StrEnum):
    """When an action can be done."""

    always = auto()
    file_open = auto()
    undo = auto()
    redo = auto()
    page = auto()


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing a person can do.

    `handler` is "module:function", called with the window; with `page` it is a method of that page, which is shown
    first. `menu` is a key of MENUS, `group` draws a line between two groups.
    """

    id: str
    msgid: str
    handler: str
    menu: str = ""
    shortcut: str = ""
    icon: str = ""
    page: str = ""
    when: When = When.always
    group: int = 0
