"""Checks of a reader that writes forms and notes: what was filled in comes back, and notes change nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from cchc_core.checks import check, system_of
from cchc_core.errors import ReadError
from cchc_core.forms import FigureValue, form_of
from cchc_core.report import Report
from cchc_core.testing.conformance.readers.bench import ReaderBench
from cchc_core.testing.conformance.samples import (
    broken_report,
    empty_report,
    hostile_report,
    numbered_report,
    plain_report,
)
from cchc_core.testing.conformance.suite import Conformance, Raised, demand
from cchc_core.testing.conformance.text import skeleton

__all__ = ["FillingChecks"]

_FILLED = ("a_filled_form_is_read",)


class FillingChecks(Conformance[ReaderBench]):
    """Forms and notes, for readers that write them."""

    @demand("Let `read` take what `template` writes.", needs=("the_sample_is_read",))
    def test_a_filled_form_is_read(self) -> Iterator[str]:
        """A form in which every figure is filled in is read."""
        self.bench.read(self.bench.form(numbered_report()), "a form in which every figure is filled in")
        yield from ()

    @demand("Read each figure from the place where `template` writes it; keep int and Decimal.", needs=_FILLED)
    def test_figures_come_back(self) -> Iterator[str]:
        """Every figure that was filled in comes back with its value, a wrong one and a long one too."""
        for made in (numbered_report, broken_report):
            yield from _differing(made(), self._read(made), lambda value: value)

    @demand("Tell an empty cell from one with 0 in it, both ways.", needs=_FILLED)
    def test_blanks_come_back(self) -> Iterator[str]:
        """A figure that was left blank comes back blank, and one that is zero comes back as zero."""
        report = broken_report()
        zeroed = report.revise(direction=report.direction.revise(tasks_planned=0, tasks_done=None))
        read = self._read(lambda: zeroed).direction
        if (read.tasks_planned, read.tasks_done) != (0, None):
            yield f"0 and a blank came back as {read.tasks_planned!r} and {read.tasks_done!r}"

    @demand("Keep how many decimals a number is shown with; a cell's number format says it.", needs=_FILLED)
    def test_printed_decimals_come_back(self) -> Iterator[str]:
        """97,60 comes back as 97,60, and not as 97,6."""
        yield from _differing(numbered_report(), self._read(numbered_report), _as_printed)

    @demand("Read names as they stand, composed letters and inner spaces included.", needs=_FILLED)
    def test_names_come_back(self) -> Iterator[str]:
        """Names of agency and rows come back letter by letter; hostile ones with all letters, or they are refused."""
        if self._read(plain_report).agency.name != plain_report().agency.name:
            yield f"the agency {plain_report().agency.name!r} came back as {self._read(plain_report).agency.name!r}"
        yield from _renamed(_labels(plain_report()), _labels(self._read(plain_report)), str)
        try:
            hostile = self._read(hostile_report)
        except Raised as raised:
            if not isinstance(raised.error, ReadError):
                raise
        else:
            yield from _renamed(_labels(hostile_report()), _labels(hostile), skeleton)

    @demand("Read a form in which nothing is filled in, or refuse it with ReadError.", needs=_FILLED)
    def test_a_blank_form_is_read_or_refused(self) -> Iterator[str]:
        """A form in which nothing, or no figure, is filled in is read or refused, without any other error."""
        self.bench.tried(self.bench.form(None), "a blank form")
        self.bench.tried(self.bench.form(empty_report()), "a form without figures")
        yield from ()

    @demand("Write notes beside the figures, and change none.", needs=("the_sample_is_read",))
    def test_notes_change_no_figure(self) -> Iterator[str]:
        """A file that was given back with notes is read as it was before, and checked alike."""
        annotated = self.bench.annotated(self.bench.content)
        if not isinstance(annotated, bytes):
            yield f"annotate gave {type(annotated).__name__}"
            return
        before, after = self.bench.reading.report, self.bench.read(annotated, "a file with notes").report
        yield from _differing(before, after, lambda value: value)
        if check(before) != check(after):
            yield "the check finds something else in it"

    @demand("Make the notes of the job alone.", needs=("notes_change_no_figure",))
    def test_same_notes_same_bytes(self) -> Iterator[str]:
        """The same file with the same findings is given back as the same bytes."""
        if self.bench.annotated(self.bench.content) != self.bench.annotated(self.bench.content):
            yield "the file with notes is another one the second time"

    @demand("Make the form of the job alone.", needs=_FILLED)
    def test_same_form_same_bytes(self) -> Iterator[str]:
        """The same form, filled in alike, is written as the same bytes."""
        if self.bench.form(broken_report()) != self.bench.form(broken_report()):
            yield "the form is another one the second time"

    def _read(self, made: Callable[[], Report]) -> Report:
        return self.bench.read(self.bench.form(made()), "a form that was filled in").report


def _differing(given: Report, read: Report, known: Callable[[FigureValue | None], object]) -> Iterator[str]:
    """Give the figures that are others."""
    before, after = ({path: cell.value for path, cell in system_of(each).cells.items()} for each in (given, read))
    for path, value in before.items():
        if known(value) != known(after.get(path)):
            yield f"{path} = {value!r} came back as {after.get(path)!r}"


def _renamed(given: Sequence[str], read: Sequence[str], known: Callable[[str], str]) -> Iterator[str]:
    """Give the names that are others."""
    if len(given) != len(read):
        yield f"{len(given)} rows came back as {len(read)}"
    for before, after in zip(given, read, strict=False):
        if known(before) != known(after):
            yield f"{before!r} came back as {after!r}"


def _as_printed(value: FigureValue | None) -> object:
    return str(value) if isinstance(value, Decimal) else None


def _labels(report: Report) -> list[str]:
    """Give the names of the rows that a report names itself."""
    areas = [getattr(report, area) for area in form_of(Report).nested]
    tables = [getattr(area, name) for area in areas for name, nested in form_of(area).nested.items() if nested.is_table]
    return [row.label for table in tables for row in table.rows() if "[" in row.step]
