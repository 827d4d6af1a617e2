"""What a web page of events is about: its language, office, addresses and place among other pages."""

from dataclasses import dataclass, field
from datetime import date
from urllib.parse import quote

from domain.exchange.textformat import is_web_address
from domain.i18n import Language
from domain.region.fold import sort_key
from domain.region.kreise import Kreis, kreise
from domain.rows.settings import OfficeSettings
from domain.rows.web import WebAddresses
from domain.terms import Audience

INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class WebMeta:
    """One page: whose, in which language, for whom, and where it lies.

    `today` parts what is to come from what is past. `kreis` is the Kreis of the page, None = the whole state. `folder`
    is "" beside the shared files, "en/" for pages of another language; `other` names that other language, if there is
    one. With `alone` the page is a single file with everything in it.
    """

    language: Language
    office: OfficeSettings
    today: date
    audience: Audience = Audience.public
    addresses: WebAddresses = field(default_factory=WebAddresses)
    kreis: Kreis | None = None
    folder: str = ""
    other: tuple[Language, str] | None = None
    alone: bool = False

    @property
    def file(self) -> str:
        """The file name of the page in its folder."""
        return kreis_file(self.kreis) if self.kreis else INDEX

    @property
    def up(self) -> str:
        """What leads from the page to the shared files."""
        return "../" if self.folder else ""

    @property
    def address(self) -> str:
        """The address of the page itself on the web, "" if it is not known."""
        return "" if self.alone else self.on_the_web(self.folder + ("" if self.file == INDEX else self.file))

    def on_the_web(self, name: str) -> str:
        """The address of a file beside the page on the web, "" if it is not known."""
        address = self.addresses.public_address.strip()
        return f"{address.rstrip('/')}/{quote(name)}" if is_web_address(address) else ""

    def kreis_address(self, kreis: Kreis) -> str:
        """Where the events of a Kreis stand: its own page, or its part of the only one."""
        return f"#k-{kreis.ags}" if self.alone else kreis_file(kreis)

    @property
    def other_address(self) -> str:
        """The same page in the other language, relative to this one; "" if there is none."""
        return f"{self.up}{self.other[1]}{self.file}" if self.other else ""


def kreise_by_name() -> list[Kreis]:
    """All Kreise as a dictionary sorts them: Börde before Burgenlandkreis."""
    return sorted(kreise(), key=lambda kreis: sort_key(kreis.name))


def kreis_file(kreis: Kreis) -> str:
    """The file name of a Kreis's page."""
    return f"kreis-{kreis.ags}.html"
