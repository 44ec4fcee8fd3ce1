"""Filling the wording in with a section's figures, and leaving out what is not reported."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from attrs import frozen

from cchc_core.tables import PrintedTable, Section, TableRow, ratio_line
from cchc_exporters.markdown.printing import Printer
from cchc_exporters.markdown.syntax import decapitalised, escape
from cchc_exporters.markdown.wording import Say

__all__ = ["Fact", "points_said", "section_facts", "table_facts"]

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_NAMES = re.compile(r"\{(\w+)")


@frozen(kw_only=True)
class Fact:
    """A figure in a sentence: with its unit, as a bare number (``:n``), or split by level (``:levels``)."""

    number: str
    unit: str = ""
    by_level: str = ""
    is_plain_zero: bool = False

    def __format__(self, spec: str) -> str:
        """Print the figure in the way the wording asks for."""
        with_unit = f"{self.number} {self.unit}" if self.unit and self.unit != "%" else self.number
        return {"": with_unit, "n": self.number, "levels": with_unit + self.by_level}[spec]


def points_said(points: Mapping[str, Iterable[Say]], facts: Mapping[str, Fact]) -> list[str]:
    """Say each topic's sentences whose figures are reported; nothing of a topic that has none.

    >>> points = {"Tiết kiệm": (Say("Đã tiết kiệm {savings}[, trong đó khối xã {commune}]."),)}
    >>> points_said(points, {"savings": Fact(number="2.055", unit="triệu đồng")})
    ['Tiết kiệm: Đã tiết kiệm 2.055 triệu đồng.']
    >>> points_said(points, {"commune": Fact(number="488")})
    []
    """
    said = (
        (topic, [text for each in sentences if (text := _said(each, facts))]) for topic, sentences in points.items()
    )
    return [f"{topic}: {' '.join(texts)}" for topic, texts in said if texts]


def _said(sentence: Say, facts: Mapping[str, Fact]) -> str:
    template = _kept(sentence.text, facts)
    names = set(_NAMES.findall(template))
    if not names <= set(facts):
        return ""
    if sentence.none and all(facts[name].is_plain_zero for name in names):
        return sentence.none
    return template.format_map(facts)


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
                unit=escape(line.unit),
                is_plain_zero=line.value == 0 and not printer.is_marked(line.path),
            )
        elif line.share is not None:
            paths = (*line.numerator, *line.denominator)
            facts[name] = Fact(number=printer.share(line.share, line.decimals, paths), unit="%")
    return facts


def table_facts(table: PrintedTable, total: TableRow, printer: Printer) -> dict[str, Fact]:
    """Give what the total of a table reports, by name, each figure with its values by level."""
    facts: dict[str, Fact] = {}
    parts = [row for row in table.rows if not row.is_total]
    for name, figure in table.form.figures.items():
        value = total.value_of(figure)
        if value is None:
            continue
        levels = [
            f"{decapitalised(escape(row.label))}: {printer.figure(row.path_of(figure), part, figure.unit)}"
            for row in parts
            if (part := row.value_of(figure)) is not None
        ]
        facts[name] = Fact(
            number=printer.figure(total.path_of(figure), value, figure.unit),
            unit=escape(figure.unit),
            by_level=f" ({'; '.join(levels)})" if levels else "",
            is_plain_zero=value == 0 and not printer.is_marked(total.path_of(figure)),
        )
    for name, ratio in table.form.ratios.items():
        line = ratio_line(total.record, ratio, total.path)
        if line.share is not None:
            paths = (*line.numerator, *line.denominator)
            facts[name] = Fact(number=printer.share(line.share, line.decimals, paths), unit="%")
    return facts
