"""Checks of an exporter: that it gives a file, of its format, for every report there may be."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_core.plugins import ExportJob
from cchc_core.testing.conformance.exporters.bench import Bench
from cchc_core.testing.conformance.samples import broken_report, checked, drawn, empty_report, job_of, search, with_rows
from cchc_core.testing.conformance.suite import Conformance, demand
from cchc_core.testing.conformance.text import faults_of
from cchc_core.words import LANGUAGES

__all__ = ["FileChecks"]

_SOUND = ("file_is_well_formed",)


class FileChecks(Conformance[Bench]):
    """A file for every report.

    Attributes:
        rows: How many rows the tables of the largest report have.
        examples: How many reports are drawn.
    """

    rows: int = 300
    examples: int = 10

    @demand("Let `render` take any report; look at the line of code that raised.")
    def test_a_report_is_rendered(self) -> Iterator[str]:
        """A report in which every figure is stated is rendered."""
        self.bench.made(self.bench.job, "the report in which every figure is stated")
        yield from ()

    @demand(
        "Return bytes: encode text with .encode('utf-8'), turn a bytearray into bytes().",
        needs=("a_report_is_rendered",),
    )
    def test_gives_bytes(self) -> Iterator[str]:
        """What it gives is bytes, and nothing else that looks like them."""
        made = self.bench.made(self.bench.job, "the report in which every figure is stated")
        if type(made) is not bytes:
            yield f"it gave {type(made).__name__}"

    @demand("Mend the file: open it with the program that its readers use.", needs=("a_report_is_rendered",))
    def test_file_is_well_formed(self) -> Iterator[str]:
        """The file is one of its media type, as far as the kit knows the format, and holds something."""
        if not self.bench.content:
            yield "the file is empty"
            return
        yield from faults_of(self.bench.content, self.bench.exporter.media_type)

    @demand(
        "Override `extract` in the suite, or pass extract= to the function: bytes of a file to the text that its "
        "reader sees.",
        needs=("a_report_is_rendered",),
    )
    def test_text_can_be_read(self) -> Iterator[str]:
        """The text of the file can be read, so that it can be seen whether the figures are there."""
        if self.bench.content and not self.bench.shown.strip():
            yield "no text was found in the file"

    @demand("Do what is to be done for each of job.lang in ('vi', 'en').", needs=_SOUND)
    def test_every_language_is_rendered(self) -> Iterator[str]:
        """A report with findings is rendered in each language."""
        for lang in LANGUAGES:
            job = checked(broken_report, lang)
            yield from self.bench.faults(job, f"a report with findings in the language {lang}")

    @demand("Let every section, table, text and date be absent.", needs=_SOUND)
    def test_an_empty_report_is_rendered(self) -> Iterator[str]:
        """A report that states nothing is rendered, whether it was checked or not."""
        yield from self.bench.faults(job_of(empty_report()), "an empty report")
        yield from self.bench.faults(checked(empty_report), "an empty report that was checked")

    @demand("Count on no number of rows.", needs=_SOUND)
    def test_the_largest_report_is_rendered(self) -> Iterator[str]:
        """A report whose tables have hundreds of rows is rendered."""
        yield from self.bench.faults(job_of(with_rows(self.rows)), f"a report with tables of {self.rows} rows")

    @demand("Count on no number of findings or causes, and on no kind of them.", needs=_SOUND)
    def test_hundreds_of_findings_are_rendered(self) -> Iterator[str]:
        """A report with hundreds of findings is rendered."""
        yield from self.bench.faults(self.bench.checked_job, "a report with hundreds of findings")

    @demand(
        "Let `render` take any report that a file can hold; the report that was found is the smallest of its like.",
        needs=("file_is_well_formed", "hostile_text_breaks_no_file"),
    )
    def test_any_report_is_rendered(self) -> Iterator[str]:
        """Whatever a report holds, contradictions and blanks in any place, it is rendered."""
        if not any(self.bench.fails(job) for job in drawn(self.examples)):
            return
        found: list[str] = []

        def tried(job: ExportJob) -> None:
            found[:] = self.bench.faults(job, f"the drawn report {job.report!r}")
            assert not found  # noqa: S101 - so Hypothesis looks for a smaller one

        try:
            search(tried, self.examples)
        except AssertionError:
            yield from found
