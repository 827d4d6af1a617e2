"""Reading web pages in tests: what a strict reader finds in them."""

import json
from html.parser import HTMLParser

VOID = {"meta", "link", "input", "br", "img", "hr"}
SCRIPT_TYPES = {"application/ld+json", "module", None}


class Page(HTMLParser):
    """A page read strictly: every element closed in order, every id once; what stands in it by sort."""

    def __init__(self, content):
        super().__init__(convert_charrefs=True)
        self.open, self.ids, self.tags, self.links = [], [], [], []
        self.text, self.headings, self.attributes, self.scripts = [], [], set(), []
        self.feed(content.decode())
        self.close()
        assert not self.open, f"not closed: {self.open}"
        assert len(self.ids) == len(set(self.ids)), "an id stands twice"

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        assert len(found) == len(attrs), f"an attribute stands twice: {attrs}"
        self.tags.append(tag)
        self.attributes |= found.keys()
        if "id" in found:
            self.ids.append(found["id"])
        if "href" in found:
            self.links.append(found["href"])
        if tag in {"h1", "h2", "h3", "h4"}:
            self.headings.append(int(tag[1]))
        if tag == "script":
            assert found.get("type") in SCRIPT_TYPES
            self.scripts.append([found, ""])
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, f"</{tag}> closes another"

    def handle_data(self, data):
        if self.open and self.open[-1] == "script":
            self.scripts[-1][1] += data
        elif self.open and self.open[-1] != "style":
            self.text.append(data)

    @property
    def json_ld(self):
        """What the page tells search engines of each event."""
        [text] = [text for found, text in self.scripts if found.get("type") == "application/ld+json"]
        return json.loads(text)["@graph"]

    @property
    def words(self):
        """All that is read, on one line."""
        return " ".join(" ".join(self.text).split())
