"""Checks of a reader: that it knows its files, reads them, and refuses the others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc_core.checks import system_of
from cchc_core.convert import dump
from cchc_core.errors import Fault, ReadError
from cchc_core.plugins import Reading
from cchc_core.report import Report
from cchc_core.testing.conformance.readers.bench import ReaderBench, damaged
from cchc_core.testing.conformance.samples import broken_report
from cchc_core.testing.conformance.suite import Conformance, demand
from cchc_core.testing.conformance.text.media import family_of

__all__ = ["ReadingChecks"]

_READ = ("the_sample_is_read",)
_OTHERS = {
    "json": dump(broken_report()),
    "table": "Chỉ tiêu,Số liệu\r\nHồ sơ,19.024\r\n".encode(),
    "html": b"<!doctype html><html><head><title>x</title></head><body><p>19.024</p></body></html>",
    "xml": b'<?xml version="1.0"?><report>19.024</report>',
    "text": "# Báo cáo\n\n19.024 hồ sơ\n".encode(),
    "pdf": b"%PDF-1.7\n%%EOF\n",
    "png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR",
    "": b"",
}
_NAMES = frozenset(vars(broken_report()))


class ReadingChecks(Conformance[ReaderBench]):
    """Files known, read and refused."""

    @demand(
        "Name a file that the reader reads: `sample = ...` in the suite, sample= for the function; or let the reader "
        "write forms."
    )
    def test_the_sample_is_read(self) -> Iterator[str]:
        """A sound file is read, and a report comes of it."""
        if not self.bench.has_sample:
            yield "the reader writes no forms, and no sample was given"
            return
        made: object = self.bench.read(self.bench.content, "the sample")
        if not isinstance(made, Reading) or not isinstance(made.report, Report):
            yield f"it gave {type(made).__name__}"

    @demand("Look at what every such file begins with, and not at its name.", needs=_READ)
    def test_its_own_files_are_accepted(self) -> Iterator[str]:
        """It says of its own file that it is one."""
        if self.bench.call("the sample", self.bench.reader.accepts, self.bench.content) is not True:
            yield "accepts(sample) is not True"

    @demand("Accept what has the mark of the format and nothing else.", needs=_READ)
    def test_other_files_are_not_accepted(self) -> Iterator[str]:
        """It says of files of other formats, and of an empty one, that they are not its own."""
        own = family_of(self.bench.reader.media_type)
        for family, content in _OTHERS.items():
            if family != own and self.bench.call(f"a {family} file", self.bench.reader.accepts, content) is not False:
                yield f"accepts({content[:12]!r}...) is not False"

    @demand("Let `accepts` look at bytes without reading the file, and return bool.", needs=_READ)
    def test_damaged_files_are_told_from_others(self) -> Iterator[str]:
        """It says of a damaged file, too, whether it is one of its own: True or False, and no error."""
        for title, content in damaged(self.bench.content):
            told = self.bench.call(title, self.bench.reader.accepts, content)
            if not isinstance(told, bool):
                yield f"{title}: accepts gave {type(told).__name__}"

    @demand("Raise `ReadError` with a `Fault` for whatever is wrong; let no error of a parser through.", needs=_READ)
    def test_damaged_files_are_refused(self) -> Iterator[str]:
        """A damaged file is read or refused with ReadError, and nothing else is raised."""
        for title, made in self.bench.refusals:
            if not isinstance(made, Reading | ReadError):
                yield f"{title}: it gave {type(made).__name__}"

    @demand(
        "Give every ReadError a Fault, of a kind that words are known for, with the facts that they speak of.",
        needs=("damaged_files_are_refused",),
    )
    def test_faults_are_told_in_both_languages(self) -> Iterator[str]:
        """Each refusal says why, in Vietnamese and in English; so does each notice of what was read."""
        for title, made in self.bench.refusals:
            if isinstance(made, ReadError):
                if not made.faults:
                    yield f"{title}: refused without a fault"
                yield from _untold(title, made.faults)
        yield from _untold("the sample", self.bench.reading.notices)

    @demand("Write the paths of `Reading.cells` as `system_of(report).cells` has them.", needs=_READ)
    def test_places_are_those_of_figures(self) -> Iterator[str]:
        """Places are told of what a report has or may have, by its path, and each is one that can be found."""
        for path, place in self.bench.reading.cells.items():
            if not place.strip():
                yield f"{path} stands at no place"
            if re.split(r"[.\[]", path)[0] not in _NAMES:
                yield f"{path} is the path of nothing in a report"

    @demand(
        "Put the place of each figure into `Reading.cells`: sheet and cell, line, page.",
        needs=_READ,
        may_be_waived=True,
    )
    def test_every_figure_has_a_place(self) -> Iterator[str]:
        """Of every figure that was read it is told where in the file it stands, so that a finding can name it."""
        for path, cell in system_of(self.bench.reading.report).cells.items():
            if cell.value is not None and path not in self.bench.reading.cells:
                yield f"{path} has no place"


def _untold(title: str, faults: tuple[Fault, ...]) -> Iterator[str]:
    """Give the faults that have no words in one of the languages."""
    for fault in faults:
        try:
            vi, en = fault.describe("vi"), fault.describe("en")
        except LookupError as error:
            yield f"{title}: the fault {fault.kind!r} has no words, or not its facts: {error}"
            continue
        if vi == en or not vi.strip() or not en.strip():
            yield f"{title}: the fault {fault.kind!r} is told as {vi!r} and {en!r}"
