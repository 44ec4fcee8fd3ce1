"""The frame of an administrative document: head, opening, closing, signature."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from cchc_core.prose import BLANK, MOTTO, NATION, Letter
from cchc_exporters.markdown.syntax import escape, heading, table

__all__ = ["closing", "head", "opening", "signature"]


def head(letter: Letter) -> Iterator[str]:
    """Write agency, nation, number and date as an administrative document lays them out; then the title."""
    agency = f"**{escape(letter.agency)}**"
    left = [escape(letter.parent), agency] if letter.parent else [agency]
    left.append(f"Số: {escape(letter.number)}")
    right = [NATION, f"**{MOTTO}**", f"*{escape(letter.issued)}*"]
    first, *rest = zip_longest(left, right, fillvalue="")
    yield table(first, rest, "cc")
    yield heading(1, "BÁO CÁO")
    yield f"**{escape(letter.title)}**"
    if letter.addressee:
        yield f"**Kính gửi: {escape(letter.addressee)}**"


def opening(letter: Letter) -> Iterator[str]:
    """Say who reports, on which days, and on whose instruction."""
    yield escape(letter.opening)


def closing(letter: Letter) -> Iterator[str]:
    """End the text."""
    yield escape(letter.closing)


def signature(letter: Letter) -> Iterator[str]:
    """Write the recipients beside the signature."""
    left = ["*Nơi nhận:*", *([f"- {escape(each)}" for each in letter.recipients] or [BLANK])]
    above = [f"**{escape(letter.on_behalf_of)}**"] if letter.on_behalf_of else []
    right = [*above, f"**{escape(letter.position)}**", "", "", "", f"**{escape(letter.name)}**"]
    first, *rest = zip_longest(left, right, fillvalue="")
    yield table(first, rest, "lc")
