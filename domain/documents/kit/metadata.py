"""What a PDF says about itself: XMP packet with the PDF/UA-1 and PDF/A-2a identifiers, and the sRGB output intent."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from xml.sax.saxutils import escape

from domain.documents.kit.text import one_line

CREATOR = "Landauf"
PRODUCER = "Landauf, ReportLab"

_XML_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part><pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer><pdf:Keywords>{keywords}</pdf:Keywords>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


@dataclass(frozen=True, slots=True)
class About:
    """Title, subject, author, keywords, language tag (de-DE) and the aware moment of creation."""

    title: str
    subject: str
    author: str
    language: str
    created: datetime
    keywords: str = ""

    @property
    def letters(self) -> str:
        """The two letters of the language, by which words break."""
        return self.language[:2]

    @property
    def created_utc(self) -> datetime:
        """The moment in UTC to the second, as both the info dictionary and XMP give it."""
        return self.created.astimezone(UTC).replace(microsecond=0)


def metadata_text(text: str) -> str:
    """One line without the characters XML cannot hold, at most 300."""
    return _XML_ILLEGAL.sub("", one_line(text))


def xmp(about: About) -> bytes:
    """The XMP packet; the values agree with the info dictionary, as PDF/A asks (ISO 19005-2, 6.6.3)."""
    values = {
        "title": about.title,
        "subject": about.subject,
        "author": about.author,
        "keywords": about.keywords,
        "language": about.language,
        "producer": PRODUCER,
        "creator": CREATOR,
        "date": about.created_utc.isoformat(),
    }
    # The packet is stored as it is: words that look like PDF syntax are broken up for readers that search the bytes.
    safe = {key: escape(metadata_text(value)).replace("endstream", "endstre&#97;m") for key, value in values.items()}
    return _PACKET.format(**safe).encode()


@cache
def srgb_profile() -> bytes:
    """An ICC profile of sRGB as Pillow's colour engine makes it, with its creation date and id blanked.

    The date stands in bytes 24-35 of the header (ICC.1:2010, 7.2); left as it is, every run gave other bytes.
    """
    from PIL import ImageCms

    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes((7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))
    profile[84:100] = bytes(16)
    return bytes(profile)
