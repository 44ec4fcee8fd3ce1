"""The frame of the document: national header, agency, number, title; recipients and signature."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_core.prose import BLANK, MOTTO, NATION, Letter
from cchc_docx.decree import PORTRAIT, STYLES_BY_KEY
from cchc_docx.markup import cell, line, paragraph, row, run
from cchc_docx.widths import balanced, text_width

__all__ = ["head", "rule", "signature"]

_LEFT = PORTRAIT.usable * 2 // 5
_RIGHT = PORTRAIT.usable - _LEFT
_HALF = PORTRAIT.usable // 2
_PART = 40
"""A rule is between a third and a half as long as its line (Mục II khoản 2 điểm b, khoản 5 điểm b), in per cent."""

_WHOLE = 100
_SLACK = 80
"""Per cent of the room beside a name that is taken from it; widths are not exact."""


def head(letter: Letter) -> Iterator[str]:
    """Write everything above the text."""
    parent = _heading(letter.parent, "Parent") if letter.parent else ""
    agency = _heading(letter.agency, "Agency") + rule(letter.agency, "Agency", _LEFT)
    nation = paragraph("Nation", run(NATION)) + paragraph("Motto", run(MOTTO)) + rule(MOTTO, "Motto", _RIGHT, _WHOLE)
    yield _frame(
        _LEFT,
        (parent + agency, nation),
        (
            paragraph("Number", run(f"Số: {letter.number}")),
            paragraph("PlaceAndDate", run(letter.issued)),
        ),
    )
    yield paragraph("Title", run("BÁO CÁO"))
    yield paragraph("Subtitle", run(letter.title))
    yield rule(letter.title, "Subtitle", PORTRAIT.usable)
    yield paragraph("Addressee", *([run(f"Kính gửi: {letter.addressee}")] if letter.addressee else []))


def signature(letter: Letter) -> Iterator[str]:
    """Write the recipients beside the signature."""
    listed = [f"- {each}" for each in letter.recipients] or [BLANK]
    left = paragraph("RecipientsHead", run("Nơi nhận:"))
    left += "".join(paragraph("Recipients", run(each)) for each in listed)
    authority = [text for text in (letter.on_behalf_of, letter.position) if text]
    right = "".join(paragraph("Authority", run(each)) for each in authority)
    right += paragraph("Signatory", run(letter.name))
    yield _frame(_HALF, (left, right))


def _heading(text: str, style: str) -> str:
    """Write a name in the left half; one that takes several lines is parted evenly."""
    look = STYLES_BY_KEY[style]
    width = balanced(text, look.size, _LEFT, bold=look.bold)
    return paragraph(style, run(text), sides=(_LEFT - width) * _SLACK // 200)


def rule(text: str, style: str, width: int, part: int = _PART) -> str:
    """Draw a rule beneath a line of text.

    Args:
        text: The text.
        style: Key of its style.
        width: Width of what the text stands in, in twips.
        part: How long the rule is, in per cent of the line.
    """
    look = STYLES_BY_KEY[style]
    wide = min(text_width(text, look.size, bold=look.bold), balanced(text, look.size, width, bold=look.bold))
    return line((width - wide * part // 100) // 2)


def _frame(left: int, *rows: tuple[str, str]) -> str:
    """Write a table of two columns without rules, whose rows no page parts."""
    right = PORTRAIT.usable - left
    lines = "".join(row(cell(one, left), cell(other, right)) for one, other in rows)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{PORTRAIT.usable}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{left}"/><w:gridCol w:w="{right}"/></w:tblGrid>{lines}</w:tbl>'
    )
