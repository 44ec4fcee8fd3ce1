"""The text: opening, section I, the reform areas, assessment, orientation and proposals, closing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from cchc_core import Report
from cchc_core.prose import NO_FIGURES, NO_WORDS, Area, Letter, Passage, Point, assessment_of
from cchc_docx.appendices import Appendix, Kind
from cchc_docx.markup import paragraph, run
from cchc_docx.pen import Pen

__all__ = ["body"]

_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""Points are lettered in the order of the Vietnamese alphabet (Mục II khoản 6 điểm đ)."""


def body(
    report: Report, letter: Letter, areas: Sequence[Area], appendices: Sequence[Appendix], pen: Pen
) -> Iterator[str]:
    """Write the text, which names each appendix (Mục III khoản 1 điểm a).

    Args:
        report: The report.
        letter: Its opening and closing.
        areas: Its sections.
        appendices: Its appendices.
        pen: Writes its figures.
    """
    yield _text(letter.opening)
    if appendices:
        yield _text(f"Kèm theo Báo cáo này: {'; '.join(f'{each.name} ({each.title})' for each in appendices)}.")
    names = {each.kind: each.name for each in appendices}
    for area in areas:
        yield from _area(area, names, pen)
    for passage in assessment_of(report.narrative):
        yield from _passage(passage)
    yield _text(letter.closing)


def _text(text: str) -> str:
    return paragraph("BodyText", run(text))


def _heading(depth: int, text: str) -> str:
    return paragraph(f"Heading{depth}", run(text))


def _area(area: Area, names: dict[Kind, str], pen: Pen) -> Iterator[str]:
    if area.part:
        yield _heading(1, area.part)
    number = f"{area.number}. " if area.number else ""
    yield _heading(2 if area.is_within_part else 1, f"{number}{area.title}")
    if area.is_empty:
        yield _text(NO_FIGURES)
    letters = count()
    yield from _points(area, letters, pen)
    for said in area.tables:
        yield _heading(3, f"{_LETTERS[next(letters) % len(_LETTERS)]}) {said.title}")
        for point in said.points:
            yield paragraph("BodyText", run(f"- {point.topic}: "), _sentences(point, pen))
    elsewhere = _elsewhere(area, names)
    if elsewhere:
        yield _text(f"({'; '.join(elsewhere)}.)")


def _points(area: Area, letters: Iterator[int], pen: Pen) -> Iterator[str]:
    """Write what an area says: within a part by letters, else by numbers that head their text."""
    for number, point in enumerate(area.points, 1):
        if area.is_within_part:
            letter = _LETTERS[next(letters) % len(_LETTERS)]
            yield paragraph("BodyText", run(f"{letter}) {point.topic}: "), _sentences(point, pen))
        else:
            yield _heading(2, f"{number}. {point.topic}")
            yield paragraph("BodyText", _sentences(point, pen))


def _sentences(point: Point, pen: Pen) -> str:
    return run(" ").join(pen.sentence(each) for each in point.sentences)


def _elsewhere(area: Area, names: dict[Kind, str]) -> list[str]:
    """Say in which appendices there is more."""
    found = []
    if area.lines and not area.points:
        found.append(f"số liệu tại {names[Kind.INDICATORS]}")
    if area.tables:
        found.append(f"biểu số liệu tại {names[Kind.TABLES]}")
    if area.cited:
        found.append(f"văn bản viện dẫn: số thứ tự {area.cited} tại {names[Kind.CITATIONS]}")
    return [each[0].upper() + each[1:] if index == 0 else each for index, each in enumerate(found)]


def _passage(passage: Passage) -> Iterator[str]:
    yield _heading(2 if passage.is_within else 1, passage.heading)
    for point in passage.points:
        yield _text(f"- {point}")
    if not passage.points and not passage.is_heading:
        yield _text(NO_WORDS)
