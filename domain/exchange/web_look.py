"""Style and script of the web page, as files beside it or in it, and the policy that allows nothing else."""

from base64 import b64encode
from functools import cache
from hashlib import sha256

from domain import assets
from domain.exchange.web_markup import Markup, fill

STYLE, SCRIPT = "landauf.css", "landauf.js"
_POLICY = (
    "default-src 'none'; script-src {script}; style-src {style}; img-src 'none'; base-uri 'none'; form-action 'none'"
)


@cache
def shared(name: str) -> bytes:
    """The bytes of `STYLE` or `SCRIPT`."""
    return assets.resource("web", name).read_bytes()


def linked(up: str) -> Markup:
    """The part of a head that takes both from files; `up` leads to their folder."""
    policy = _POLICY.format(script="'self'", style="'self'")
    return fill(
        '{policy}<link rel="stylesheet" href="{up}{style}"><script src="{up}{script}" defer></script>\n',
        policy=_meta(policy),
        up=up,
        style=STYLE,
        script=SCRIPT,
    )


def inlined() -> Markup:
    """The part of a head that holds both; the policy knows them by their hashes."""
    style, script = (_text(name) for name in (STYLE, SCRIPT))
    policy = _POLICY.format(script=_hash(script), style=_hash(style))
    return fill(
        '{policy}<style>{style}</style>\n<script type="module">{script}</script>\n',
        policy=_meta(policy),
        style=style,
        script=script,
    )


def _meta(policy: str) -> Markup:
    # No part of it comes from outside; &#39; for each quotation mark would only be harder to read.
    return Markup(f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n')


def _text(name: str) -> Markup:
    return Markup(shared(name).decode().replace("\r\n", "\n"))


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
