"""Checks of an exporter: that every figure stands in the file as it was reported."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from cchc_core.checks import system_of
from cchc_core.forms import FigureValue, OpenBound, OpenWord, Record, form_of, revised
from cchc_core.numbers import printed
from cchc_core.report import Report
from cchc_core.testing.conformance.exporters.bench import Bench
from cchc_core.testing.conformance.samples import OTHER, WRONG, annexed_report, job_of, long_report, with_total
from cchc_core.testing.conformance.suite import Conformance, demand
from cchc_core.testing.conformance.text import holds_negative, holds_number, skeleton

__all__ = ["FigureChecks"]

_READ = ("text_can_be_read",)
_PROGRAMMED = re.compile(r"\b(?:Decimal|Fraction|OpenBound)\(|<?\bOpenWord\.\w+")


class FigureChecks(Conformance[Bench]):
    """Every figure, as reported."""

    @demand(
        "Go over `sections_of(job.report)`: it gives every line, and every row and figure of every table; write "
        "counts without rounding.",
        needs=_READ,
        may_be_waived=True,
    )
    def test_every_count_is_there(self) -> Iterator[str]:
        """Every reported count stands in the file: as 19.024, 19,024, 19 024 or 19024."""
        yield from self._missing(lambda value: value if isinstance(value, int) else None)

    @demand(
        "Write the decimals that the figure carries: `cchc_core.numbers.printed` does, float and round do not.",
        needs=_READ,
        may_be_waived=True,
    )
    def test_decimals_keep_their_zeros(self) -> Iterator[str]:
        """Every reported amount and percentage stands in the file with its decimals, 97,60 and not 97,6."""
        yield from self._missing(lambda value: value if isinstance(value, Decimal) else None)

    @demand("Write word and number of an `OpenBound`: str() of it is 'trên 200'.", needs=_READ, may_be_waived=True)
    def test_open_bounds_are_there(self) -> Iterator[str]:
        """Every figure that was left open stands in the file, and its word makes a difference."""
        yield from self._missing(lambda value: value.value if isinstance(value, OpenBound) else None)
        bounds = [path for path, value in _values(self.bench.report).items() if isinstance(value, OpenBound)]
        for path in bounds[:1]:
            made: dict[bytes, OpenWord] = {}
            for word in OpenWord:
                report = revised(self.bench.report, path, OpenBound(word, Decimal(200)))
                content = self.bench.render(job_of(report), f"a figure with the word {word.value}")
                if content in made:
                    yield f"{path} is written alike with {word.value} and {made[content].value}"
                made[content] = word

    @demand(
        "Write numbers with `cchc_core.numbers.printed`, an `OpenBound` with str(), a word with `OpenWord.label`: "
        "repr() of them, and str() of a list or a record that holds them, are for programmers.",
        needs=_READ,
    )
    def test_figures_are_written_for_people(self) -> Iterator[str]:
        """No figure stands in the file as Python shows it to programmers, as in Decimal('97.60')."""
        for each in dict.fromkeys(_PROGRAMMED.findall(self.bench.shown)):
            yield f"{each!r} stands in the file"

    @demand("Write the minus sign of a number, or put it into brackets.", needs=_READ, may_be_waived=True)
    def test_figures_below_zero_keep_their_sign(self) -> Iterator[str]:
        """A figure below zero, which breaks a rule, stands in the file with its sign."""
        report = with_total(-OTHER)
        content = self.bench.render(job_of(report), "a figure below zero")
        if not holds_negative(self.bench.text(content), -OTHER):
            yield f"{WRONG} = {printed(-OTHER)} is not there with its sign"

    @demand(
        "Keep `int` and `Decimal`; a float has not enough digits, and a width or a precision cuts some off.",
        needs=_READ,
        may_be_waived=True,
    )
    def test_fifteen_digits_are_exact(self) -> Iterator[str]:
        """A figure of fifteen digits, the most there are, stands in the file to the last digit; so does 0,07."""
        report = long_report()
        text = self.bench.text(self.bench.render(job_of(report), "figures of fifteen digits"))
        for path, value in _values(report).items():
            if isinstance(value, int | Decimal) and not holds_number(text, value):
                yield f"{path} = {printed(value)} is not there"

    @demand(
        "Ask `value is None`, not `not value`, and write nothing, or a dash, for a blank.",
        needs=("a_report_is_rendered",),
    )
    def test_a_blank_is_not_zero(self) -> Iterator[str]:
        """A figure that is blank is written otherwise than one that is zero, in lines and in tables of every kind."""
        for path, value in _one_of_each_kind(self.bench.report).items():
            zero: FigureValue = OpenBound(value.word, Decimal(0)) if isinstance(value, OpenBound) else type(value)(0)
            blank, nothing = (
                self.bench.render(job_of(revised(self.bench.report, path, each)), f"a report with {path} {each!r}")
                for each in (None, zero)
            )
            if blank == nothing:
                yield f"{path} is written alike when it is blank and when it is zero"

    @demand(
        "Write the label of every row: `TableRow.label` in `sections_of(job.report)`.", needs=_READ, may_be_waived=True
    )
    def test_every_row_is_named(self) -> Iterator[str]:
        """Every field of activity and every agency that has a row in a table is named."""
        text = skeleton(self.bench.shown)
        for path, label in _labels(self.bench.report):
            if skeleton(label) not in text:
                yield f"{path}: {label!r} is not there"

    @demand(
        "Go over `sections_of(job.report)`, which gives the annexes after the areas of the report, and not over the "
        "areas by name.",
        needs=(*_READ, "an_empty_report_is_rendered"),
        may_be_waived=True,
    )
    def test_annexes_are_there(self) -> Iterator[str]:
        """What the report holds by a form of someone else's, lines and tables, stands in the file too."""
        report = annexed_report()
        text = self.bench.text(self.bench.render(job_of(report), "a report with an annex"))
        for path, value in _values(report).items():
            if isinstance(value, int) and not holds_number(text, value):
                yield f"{path} = {printed(value)} is not there"

    def _missing(self, number_of: Callable[[FigureValue], int | Decimal | None]) -> Iterator[str]:
        """Give the figures of a kind that are not in the file."""
        for path, value in _values(self.bench.report).items():
            number = number_of(value)
            if number is not None and not holds_number(self.bench.shown, number):
                yield f"{path} = {printed(number)} is not there"


def _values(report: Report) -> dict[str, FigureValue]:
    return {path: cell.value for path, cell in system_of(report).cells.items() if cell.value is not None}


def _one_of_each_kind(report: Report) -> dict[str, FigureValue]:
    """Give one figure of each kind in each kind of place: a line of a section, a row of a table."""
    found: dict[tuple[type, str], tuple[str, FigureValue]] = {}
    for path, value in _values(report).items():
        place = "fields" if "fields[" in path else "agencies" if "agencies[" in path else str(path.count("."))
        found.setdefault((type(value), place), (path, value))
    return dict(found.values())


def _labels(record: Record, path: str = "") -> Iterator[tuple[str, str]]:
    """Give path and name of every row that the report itself names, in the tables of its areas and of their parts."""
    for name, nested in form_of(record).nested.items():
        inner = getattr(record, name)
        if nested.is_table:
            yield from ((f"{path}{name}.{row.step}", row.label) for row in inner.rows() if "[" in row.step)
        else:
            yield from _labels(inner, f"{path}{name}.")
