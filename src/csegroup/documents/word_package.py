"""The parts of a Word document round its text: styles, page, properties, and the package that holds them."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from html import escape
from typing import Final, cast, final

import attrs

from csegroup.errors import CsegroupError
from csegroup.text import language_of

try:
    from docx import Document
    from docx.document import Document as WordDocument
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.package import OpcPackage
    from docx.oxml.ns import nsdecls
    from docx.oxml.parser import parse_xml
except ImportError:
    raise CsegroupError("a DOCX needs python-docx; install it with: pip install 'csegroup[docx]'") from None

__all__ = ["JAPANESE", "PAGE_WIDTH", "Face", "Package", "clean", "escaped", "face_of", "fonts"]

PAGE_WIDTH: Final = 11906  # A4, in twips
_TIME = dt.datetime(1980, 1, 1, tzinfo=dt.timezone.utc)  # the first that a ZIP can hold
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WITH_REGION = {"en": "en-US", "ja": "ja-JP"}
# What python-docx has in its template beside what a document needs; Word finds errors in some of it.
_NEEDLESS = ("stylesWithEffects", "customXml", "webSettings", "thumbnail", "extended-properties")


@final
@attrs.frozen
class Face:
    """How the pages of a language look; `em`, `step` of a level, `first_line` and `side` are in twips."""

    body: str
    display: str
    em: int
    step: int
    first_line: int
    side: int
    sizes: tuple[int, int, int]
    paragraph: str
    title: str
    heading: str
    grid: str


JAPANESE: Final = Face(
    body="ＭＳ 明朝",
    display="ＭＳ ゴシック",
    em=210,
    step=210,
    first_line=210,
    side=1701,
    sizes=(21, 21, 28),
    paragraph='<w:kinsoku/><w:overflowPunct/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
    '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>',
    title='<w:spacing w:before="120" w:after="360"/>',
    heading='<w:spacing w:before="360"/>',
    grid='<w:docGrid w:type="lines" w:linePitch="360"/>',
)
_LATIN: Final = Face(
    body="Times New Roman",
    display="Arial",
    em=220,
    step=330,
    first_line=0,
    side=1417,
    sizes=(22, 24, 32),
    paragraph='<w:spacing w:before="0" w:after="80" w:line="264" w:lineRule="auto"/>',
    title='<w:spacing w:before="120" w:after="320"/>',
    heading='<w:spacing w:before="280" w:after="100"/>',
    grid="",
)


def face_of(language: str) -> Face:
    """Give the face of a language."""
    return JAPANESE if language_of(language) == "ja" else _LATIN


def fonts(latin: str, kanji: str = "") -> str:
    """Name the font of letters and digits, and that of kanji where it is another than before."""
    east_asia = f' w:eastAsia="{kanji}"' if kanji else ""
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}"{east_asia} w:cs="{latin}"/>'


def clean(text: str) -> str:
    """Write U+FFFD for what XML 1.0 cannot hold, not even escaped; the model refuses that, an outline does not."""
    return _NOT_XML.sub("\ufffd", text)


def escaped(text: str) -> str:
    """Write a text as XML."""
    return escape(clean(text))


@final
@attrs.frozen(kw_only=True)
class Package:
    """A document whose text is written: `body` and `numbering` are XML, `links` has the identifier of each URL."""

    title: str
    language: str
    face: Face
    side: int
    body: str
    numbering: str
    links: Mapping[str, str]

    def packed(self) -> bytes:
        """Give the file: by python-docx, on its template, but always the same bytes."""
        document = Document()
        self._fill(document)
        self._describe(document)
        written = io.BytesIO()
        document.save(written)
        return _without_clock(written)

    def _fill(self, document: WordDocument) -> None:
        for owner in (cast("OpcPackage", document.part.package), document.part):
            for identifier in [n for n, known in owner.rels.items() if known.reltype.endswith(_NEEDLESS)]:
                del owner.rels[identifier]
        # Whole, since lxml takes quadratic time to move a table that is long.
        body = parse_xml(f"<w:body {nsdecls('w', 'r')}>{self.body}{_page(self.side, self.face)}</w:body>")
        document.element.replace(document.element.body, body)
        document.part.numbering_part.element[:] = _elements(self.numbering)
        document.styles.element[:] = _elements("".join(_styles(self.language, self.face)))
        document.settings.element[:] = _elements(_SETTINGS)
        for url, identifier in self.links.items():  # `relate_to` would look at all links for each
            document.part.load_rel(RELATIONSHIP_TYPE.HYPERLINK, url, identifier, is_external=True)
        footer = document.sections[0].footer
        footer.is_linked_to_previous = False
        footer.part.element[:] = _elements(_PAGE_NUMBER)

    def _describe(self, document: WordDocument) -> None:
        properties = document.core_properties
        properties.title = clean(self.title)[:255]  # python-docx takes no longer one
        properties.language = self.language
        properties.author = properties.comments = ""
        properties.created = properties.modified = _TIME


def _elements(xml: str) -> list[object]:
    return list(parse_xml(f"<w:body {nsdecls('w', 'r')}>{xml}</w:body>"))


def _page(side: int, face: Face) -> str:
    return (
        f'<w:sectPr><w:pgSz w:w="{PAGE_WIDTH}" w:h="16838"/><w:pgMar w:top="1701" w:right="{side}" w:bottom="1417"'
        f' w:left="{side}" w:header="851" w:footer="850" w:gutter="0"/><w:cols w:space="425"/>{face.grid}</w:sectPr>'
    )


def _without_clock(file: io.BytesIO) -> bytes:
    """Give an archive the same times and system wherever and whenever it is written."""
    packed = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _TIME.timetuple()[:6])
            entry.create_system = 0
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return packed.getvalue()


_PAGE_NUMBER = (
    '<w:p><w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="center"/></w:pPr>'
    '<w:r><w:t xml:space="preserve">- </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    '<w:r><w:t xml:space="preserve"> -</w:t></w:r></w:p>'
)
_COMPATIBILITY = "http://schemas.microsoft.com/office/word"
# Without mode 15 Word opens a file in "compatibility mode".
_SETTINGS = (
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="840"/><w:characterSpacingControl w:val="compressPunctuation"/>'
    f'<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="{_COMPATIBILITY}" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-US" w:eastAsia="ja-JP"/>'
    '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1"'
    ' w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6"'
    ' w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>'
    '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
)


def _styles(language: str, face: Face) -> Iterator[str]:
    """Write styles.xml; Latin words among kanji are English, or LibreOffice breaks them anywhere."""
    size, of_headings, of_title = face.sizes
    latin = "en-US" if face is JAPANESE else _WITH_REGION.get(language, language)
    display = fonts(face.display, JAPANESE.display)
    bold = "" if face is JAPANESE else "<w:b/><w:bCs/>"
    yield (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(face.body, JAPANESE.body)}{_size(size)}"
        f'<w:lang w:val="{latin}" w:eastAsia="ja-JP" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr>{face.paragraph}</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    yield _STANDARD_STYLES
    title = f'<w:keepNext/>{face.title}<w:jc w:val="center"/>'
    yield _style("Title", "Title", title, f"{display}{bold}{_size(of_title)}")
    for n in range(1, 10):
        keep = f'<w:keepNext/><w:keepLines/>{face.heading}<w:outlineLvl w:val="{n - 1}"/>'
        yield _style(f"Heading{n}", f"heading {n}", keep, f"{display}{bold}{_size(of_headings if n == 1 else size)}")
    for name in ("List", "List Bullet", "List Number"):
        yield _style(name.replace(" ", ""), name, "<w:keepLines/>", "")
    yield _style("BodyText", "Body Text", "", "")
    yield _style("TableText", "Table Text", '<w:spacing w:before="20" w:after="20"/>', "")
    yield _style(
        "TableHeading", "Table Heading", '<w:keepNext/><w:spacing w:before="20" w:after="20"/>', f"{display}{bold}"
    )
    yield _style("Footer", "footer", "", "")


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _style(identifier: str, name: str, paragraph: str, run: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


_STANDARD_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/>'
    '<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>'
)
