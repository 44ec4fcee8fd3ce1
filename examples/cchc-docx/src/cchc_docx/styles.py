"""The styles and settings of the document, made from what the decree lays down."""

from __future__ import annotations

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement

from cchc_docx.decree import FONT, STYLES, Style, twips
from cchc_docx.markup import attribute, elements

__all__ = ["TABLE", "dress"]

TABLE = "DataTable"
"""Key of the style of tables with rules."""

_FONTS = " ".join(f'w:{script}="{FONT}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
_DEFAULTS = (
    f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {_FONTS}/><w:color w:val="000000"/>'
    '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    "<w:pPrDefault/></w:docDefaults>"
    '<w:latentStyles w:defSemiHidden="1" w:defUnhideWhenUsed="1" w:defQFormat="0"/>'
)
_LETTERS = {
    "Strong": ("Strong", "<w:b/><w:bCs/>"),
    "Wrong": ("Số liệu nghi sai", '<w:b/><w:bCs/><w:shd w:val="clear" w:color="auto" w:fill="FFF2A8"/>'),
    "Doubtful": ("Số liệu có thể sai", '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>'),
    "Mark": ("Dấu phát hiện", '<w:vertAlign w:val="superscript"/>'),
    "CommentReference": ("annotation reference", '<w:sz w:val="16"/><w:szCs w:val="16"/>'),
}
"""Styles of letters by key: their names, and how they differ from those of the paragraph."""

_TABLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:semiHidden/>'
    '<w:tblPr><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    "</w:style>"
    f'<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE}"><w:name w:val="Bảng số liệu"/>'
    '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + '</w:tblBorders><w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="57" w:type="dxa"/>'
    '<w:bottom w:w="28" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)
_SETTINGS = (
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
    ' w:val="15"/></w:compat><w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/>'
    '<w:listSeparator w:val=";"/>'
)
_WORDS_OWN = [
    "Normal",
    "BodyText",
    "Heading1",
    "Heading2",
    "Heading3",
    "Title",
    "Subtitle",
    "Header",
    "Caption",
    "CommentText",
    "CommentReference",
    "Strong",
]


def dress(document: Document) -> None:
    """Give a new document these styles and settings in the place of all others."""
    letters = (_letters(key, name, look) for key, (name, look) in _LETTERS.items())
    _fill(document.styles.element, _DEFAULTS + "".join(map(_paragraphs, STYLES)) + "".join(letters) + _TABLES)
    _fill(document.settings.element, _SETTINGS)


def _fill(parent: BaseOxmlElement, content: str) -> None:
    for child in list(parent):
        parent.remove(child)
    parent.extend(elements(content))


def _paragraphs(style: Style) -> str:
    """Write a style of paragraphs."""
    is_default = style.key == "Normal"
    based = "" if is_default else '<w:basedOn w:val="Normal"/>'
    keeps = "<w:keepNext/>" if style.keep_next else ""
    distance = (
        f'w:line="{20 * style.exact}" w:lineRule="exact"'
        if style.exact
        else f'w:line="{style.lines * 240 // 100}" w:lineRule="auto"'
    )
    first = f'<w:ind w:firstLine="{twips(style.first_line)}"/>' if style.first_line else ""
    outline = f'<w:outlineLvl w:val="{style.outline - 1}"/>' if style.outline else ""
    size = f'<w:sz w:val="{2 * style.size}"/><w:szCs w:val="{2 * style.size}"/>'
    return (
        f'<w:style w:type="paragraph"{_kind(style.key, is_default=is_default)} w:styleId="{style.key}">'
        f"<w:name w:val={attribute(style.name)}/>"
        f"{based}<w:qFormat/>"
        f"<w:pPr>{keeps}"
        f'<w:spacing w:before="{20 * style.before}" w:after="{20 * style.after}" {distance}/>'
        f'{first}<w:jc w:val="{style.align.value}"/>{outline}</w:pPr>'
        f"<w:rPr>{_look(bold=style.bold, italic=style.italic)}{size}</w:rPr></w:style>"
    )


def _look(*, bold: bool, italic: bool) -> str:
    return ("<w:b/><w:bCs/>" if bold else "") + ("<w:i/><w:iCs/>" if italic else "")


def _letters(key: str, name: str, look: str) -> str:
    return (
        f'<w:style w:type="character"{_kind(key)} w:styleId="{key}"><w:name w:val={attribute(name)}/>'
        f"<w:rPr>{look}</w:rPr></w:style>"
    )


def _kind(key: str, *, is_default: bool = False) -> str:
    """Say of a style whether paragraphs have it by themselves, and whether Word knows it."""
    return (' w:default="1"' if is_default else "") + ("" if key in _WORDS_OWN else ' w:customStyle="1"')
