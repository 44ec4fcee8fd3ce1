"""What the report says in words: assessment, orientation and proposals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc_core import Narrative
from cchc_exporters.markdown.syntax import bullets, escape, heading

__all__ = ["assessment"]

_NOTHING = "Báo cáo không có nội dung ở phần này."


def assessment(narrative: Narrative) -> Iterator[str]:
    """Write sections III to V; one without a word says so."""
    yield heading(2, "III. ĐÁNH GIÁ CHUNG")
    if _said(narrative.strengths) or _said(narrative.limitations):
        yield heading(3, "1. Ưu điểm")
        yield from _points(narrative.strengths)
        yield heading(3, "2. Tồn tại, hạn chế và nguyên nhân")
        yield from _points(narrative.limitations)
    else:
        yield _NOTHING
    yield heading(2, "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ KỲ TIẾP THEO")
    yield from _points(narrative.orientation)
    yield heading(2, "V. KIẾN NGHỊ, ĐỀ XUẤT")
    yield from _points(narrative.proposals)


def _points(points: Sequence[str]) -> Iterator[str]:
    said = _said(points)
    yield bullets(said) if said else _NOTHING


def _said(points: Sequence[str]) -> list[str]:
    return [text for text in map(escape, points) if text]
