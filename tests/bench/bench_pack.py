"""A folder of 60 pages: sheets, cover with contents and bookmarks in one tagged file."""

import statistics
import time
from dataclasses import replace

from domain.documents.kit.theme import Theme
from domain.documents.pack import Pack, PackPart, Setting, bind_pack
from domain.i18n import language
from tests.bench.table import Row
from tests.domain.documents.samples import OFFICE, STAND, briefing, event_packing_list, invitation

ROUNDS, PAGES = 5, 60


def measure() -> list[Row]:
    """CPU of a warm folder of 60 pages."""
    german, parts = language("de"), []
    event = briefing().event
    made = None
    while made is None or made.pages < PAGES:
        number = len(parts)
        data = (briefing(), invitation(), event_packing_list())[number % 3]
        name = ("briefing", "invitation", "event_packing_list")[number % 3]
        parts.append(PackPart(name, replace(data), title=f"Blatt {number}"))
        made = bind_pack(
            Pack("Mappe", tuple(parts), OFFICE, STAND, event=event), german, Setting(Theme(), is_duplex=False)
        )
    pack, times = Pack("Mappe", tuple(parts), OFFICE, STAND, event=event), []
    for _round in range(ROUNDS):
        start = time.process_time()
        made = bind_pack(pack, german, Setting(Theme(), is_duplex=False))
        times.append(time.process_time() - start)
    size = f"{made.pages} pages, {len(made.content) / 1024:.0f} kB"
    return [Row("folder of 60 pages, CPU", statistics.median(times), 3, "s", note=f"median of {ROUNDS}, {size}")]
