"""What a cell says to whoever fills it in: what the figure is, how it is made up, what a blank means."""

from __future__ import annotations

from typing import Any

from cchc_core.forms import Figure, FigureKind, Form, notation_of
from cchc_core.rules import RuleKind

__all__ = ["MOST_TEXT", "MOST_TITLE", "length_of", "message_of", "shortened"]

MOST_TITLE, MOST_TEXT = 32, 255
"""Excel takes no longer titles and texts in messages."""

_BLANK = "Không phát sinh thì ghi 0; để trống là không báo cáo."
_MAY_BE_BLANK = "Để trống được nếu các số khác đã cho biết."
_OPTIONAL = "Có thì ghi; để trống là không có."
_HOW = {
    FigureKind.SHARE: "Ghi phần trăm, ví dụ 97,66.",
    FigureKind.OPEN: "Ghi số; hoặc ghi: trên 200, ít nhất 200, không quá 200, dưới 200.",
}


def message_of(figure: Figure[Any], form: Form) -> tuple[str, str]:
    """Give title and text of the message at a figure's cells: what fits, the most needed first."""
    blank = _OPTIONAL if figure.optional else _MAY_BE_BLANK if figure.may_be_blank else _BLANK
    column = f"({figure.column}) " if figure.column is not None else ""
    first = shortened(f"{column}{figure.label}. Đơn vị: {figure.unit}.", MOST_TEXT - len(blank) - 1)
    said = [first, blank]
    for text in (_HOW.get(figure.kind, ""), _notation(figure, form), figure.note):
        longer = [*said[:-1], text, blank]
        if text and length_of(" ".join(longer)) <= MOST_TEXT:
            said = longer
    return shortened(figure.header, MOST_TITLE), " ".join(said)


def shortened(text: str, most: int) -> str:
    """Shorten a text to what Excel takes, between words.

    >>> shortened("Hồ sơ tiếp nhận trực tuyến", 20)
    'Hồ sơ tiếp nhận…'
    """
    if length_of(text) <= most:
        return text
    while length_of(text) >= most:
        text = text.rpartition(" ")[0] or text[:-1]
    return f"{text}…"


def length_of(text: str) -> int:
    """Give the length of a text as Excel counts it."""
    return len(text.encode("utf-16-le")) // 2


def _notation(figure: Figure[Any], form: Form) -> str:
    """Give the sum that a total is of, as the form prints it."""
    for relation in form.relations:
        if relation.rule.kind is RuleKind.IDENTITY and relation.left.paths == ((figure.name,),):
            return f"{notation_of(form, relation)}."
    return ""
