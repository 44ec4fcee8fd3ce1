"""Filling the wording in with a section's figures, and leaving out what is not reported."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from string import Formatter

from attrs import frozen

from cchc_core.prose.shown import Piece, Printer, Quoted, Shown
from cchc_core.prose.text import decapitalised, one_line
from cchc_core.prose.wording import Say
from cchc_core.tables import PrintedTable, Section, TableRow, ratio_line

__all__ = ["Fact", "Point", "points_said", "section_facts", "table_facts"]

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_NAMES = re.compile(r"\{(\w+)")


@frozen(kw_only=True)
class Fact:
    """A figure in a sentence: with its unit, as a bare number (``:n``), or split by level (``:levels``)."""

    number: Quoted | Shown
    unit: str = ""
    by_level: tuple[Piece, ...] = ()
    is_plain_zero: bool = False

    def pieces(self, spec: str) -> tuple[Piece, ...]:
        """Give the figure in the way the wording asks for."""
        has_unit = bool(self.unit) and self.unit != "%"
        with_unit: tuple[Piece, ...] = (self.number, " ", Quoted(self.unit)) if has_unit else (self.number,)
        return {"": with_unit, "n": (self.number,), "levels": with_unit + self.by_level}[spec]


@frozen(kw_only=True)
class Point:
    """What is said of one topic, a tuple of pieces a sentence."""

    topic: str
    sentences: tuple[tuple[Piece, ...], ...]


def points_said(points: Mapping[str, Iterable[Say]], facts: Mapping[str, Fact]) -> tuple[Point, ...]:
    """Say each topic's sentences whose figures are reported; nothing of a topic that has none.

    >>> points = {"Tiết kiệm": (Say("Đã tiết kiệm {savings}[, trong đó khối xã {commune}]."),)}
    >>> (point,) = points_said(points, {"savings": Fact(number=Shown(text="2.055"), unit="triệu đồng")})
    >>> [each if isinstance(each, str) else each.text for each in point.sentences[0]]
    ['Đã tiết kiệm ', '2.055', ' ', 'triệu đồng', '.']
    >>> points_said(points, {"commune": Fact(number=Shown(text="488"))})
    ()
    """
    said = (
        Point(topic=topic, sentences=tuple(pieces for each in sentences if (pieces := _said(each, facts))))
        for topic, sentences in points.items()
    )
    return tuple(point for point in said if point.sentences)


def _said(sentence: Say, facts: Mapping[str, Fact]) -> tuple[Piece, ...]:
    template = _kept(sentence.text, facts)
    names = set(_NAMES.findall(template))
    if not names <= set(facts):
        return ()
    if sentence.none and all(facts[name].is_plain_zero for name in names):
        return (sentence.none,)
    return tuple(_filled(template, facts))


def _filled(template: str, facts: Mapping[str, Fact]) -> Iterator[Piece]:
    for literal, name, spec, _ in Formatter().parse(template):
        if literal:
            yield literal
        if name is not None:
            yield from facts[name].pieces(spec or "")


def _kept(template: str, facts: Mapping[str, Fact]) -> str:
    """Open the brackets, innermost first, around what is reported; leave out the rest."""
    while found := _OPTIONAL.search(template):
        inner = found[1] if set(_NAMES.findall(found[1])) <= set(facts) else ""
        template = template[: found.start()] + inner + template[found.end() :]
    return template


def section_facts(section: Section, printer: Printer) -> dict[str, Fact]:
    """Give what a section reports on lines of its own, by name; blanks are not in it."""
    facts: dict[str, Fact] = {}
    for line in section.lines:
        name = line.path.rpartition(".")[2]
        if line.value is not None:
            facts[name] = Fact(
                number=printer.figure(line.path, line.value, line.unit),
                unit=one_line(line.unit),
                is_plain_zero=line.value == 0 and not printer.is_marked(line.path),
            )
        elif line.share is not None:
            paths = (*line.numerator, *line.denominator)
            facts[name] = Fact(number=printer.share(line.path, line.share, line.decimals, paths), unit="%")
    return facts


def table_facts(table: PrintedTable, total: TableRow, printer: Printer) -> dict[str, Fact]:
    """Give what the total of a table reports, by name, each figure with its values by level."""
    facts: dict[str, Fact] = {}
    parts = [row for row in table.rows if not row.is_total]
    for name, figure in table.form.figures.items():
        value = total.value_of(figure)
        if value is None:
            continue
        levels: list[Piece] = []
        for row in parts:
            part = row.value_of(figure)
            if part is not None:
                label = Quoted(decapitalised(one_line(row.label)))
                levels += ["; " if levels else " (", label, ": "]
                levels.append(printer.figure(row.path_of(figure), part, figure.unit))
        facts[name] = Fact(
            number=printer.figure(total.path_of(figure), value, figure.unit),
            unit=one_line(figure.unit),
            by_level=(*levels, ")") if levels else (),
            is_plain_zero=value == 0 and not printer.is_marked(total.path_of(figure)),
        )
    for name, ratio in table.form.ratios.items():
        line = ratio_line(total.record, ratio, total.path)
        if line.share is not None:
            paths = (*line.numerator, *line.denominator)
            facts[name] = Fact(number=printer.share(line.path, line.share, line.decimals, paths), unit="%")
    return facts
