"""What the report says in words: assessment, orientation and proposals."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from cchc_core.prose.text import one_line
from cchc_core.report import Narrative

__all__ = ["NO_WORDS", "Passage", "assessment_of"]

NO_WORDS = "Báo cáo không có nội dung ở phần này."
"""What a passage without a word says."""


@frozen(kw_only=True)
class Passage:
    """A part of the report that is words alone.

    Args:
        heading: Its heading, with its number.
        is_within: Whether it stands within the part before it.
        points: What it says, one entry a point.
        is_heading: Whether it only heads the passages after it.
    """

    heading: str
    is_within: bool = False
    points: tuple[str, ...] = ()
    is_heading: bool = False


def assessment_of(narrative: Narrative) -> tuple[Passage, ...]:
    """Give sections III to V.

    >>> [passage.heading for passage in assessment_of(Narrative(strengths=("Tốt.",)))][:3]
    ['III. ĐÁNH GIÁ CHUNG', '1. Ưu điểm', '2. Tồn tại, hạn chế và nguyên nhân']
    """
    strengths, limitations = _said(narrative.strengths), _said(narrative.limitations)
    has_any = bool(strengths or limitations)
    within = (
        Passage(heading="1. Ưu điểm", is_within=True, points=strengths),
        Passage(heading="2. Tồn tại, hạn chế và nguyên nhân", is_within=True, points=limitations),
    )
    return (
        Passage(heading="III. ĐÁNH GIÁ CHUNG", is_heading=has_any),
        *(within if has_any else ()),
        Passage(heading="IV. PHƯƠNG HƯỚNG, NHIỆM VỤ KỲ TIẾP THEO", points=_said(narrative.orientation)),
        Passage(heading="V. KIẾN NGHỊ, ĐỀ XUẤT", points=_said(narrative.proposals)),
    )


def _said(points: Sequence[str]) -> tuple[str, ...]:
    return tuple(text for text in map(one_line, points) if text)
