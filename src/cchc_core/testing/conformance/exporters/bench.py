"""The jobs an exporter is tried with, and what it made of them, each made once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from attrs import evolve

from cchc_core.plugins import Exporter, ExportJob
from cchc_core.report import Report
from cchc_core.testing.conformance.asking import Watched
from cchc_core.testing.conformance.purity import Elsewhere, called_at_once, called_elsewhere, undone
from cchc_core.testing.conformance.samples import (
    broken_report,
    checked,
    empty_report,
    hostile_report,
    job_of,
    mixed_report,
    numbered_report,
    plain_report,
)
from cchc_core.testing.conformance.suite import Raised
from cchc_core.testing.conformance.text import faults_of, marked_text_of, text_of

__all__ = ["Bench"]


def _as_bytes(made: object) -> bytes:
    """Make bytes of what was given instead; one check alone is about that."""
    return (
        made.encode("utf-8", "replace")
        if isinstance(made, str)
        else bytes(made)
        if isinstance(made, bytes | bytearray | memoryview)
        else b""
    )


def _package_of(function: object) -> str:
    """Give the package, or the module alone, in which a function was written."""
    return str(getattr(getattr(function, "func", function), "__module__", "")).partition(".")[0]


class Bench(Watched):
    """An exporter, the jobs it is given, and the way its files are read.

    Args:
        exporter: The exporter.
        extract: Gives the text of a file; ``None`` for that of the kit.
    """

    def __init__(self, exporter: Exporter, extract: Callable[[bytes], str] | None = None) -> None:
        self.exporter = exporter
        self._extract = extract
        self._varied: dict[str, Mapping[str, bytes]] = {}

    def render(self, job: ExportJob, doing: str) -> bytes:
        """Render a job.

        Raises:
            Raised: If the exporter raises; it says for what.
        """
        return _as_bytes(self.made(job, doing))

    def made(self, job: ExportJob, doing: str) -> object:
        """Render a job, and give what comes back, whatever it is. See `render`."""
        with undone():
            return self._called(job, doing)

    def _called(self, job: ExportJob, doing: str) -> object:
        try:
            return self.exporter.render(job)
        except (Exception, SystemExit) as error:
            raise Raised(doing, error, _package_of(self.exporter.render)) from error

    def text(self, content: bytes) -> str:
        """Give the text of a file.

        Raises:
            Raised: If it cannot be read.
        """
        try:
            return self._extract(content) if self._extract else text_of(content, self.exporter.media_type)
        except Exception as error:
            raise Raised("reading the text of the file", error, _package_of(self._extract)) from error

    def marked(self, content: bytes) -> str:
        """Give the text of a file with its marks; the text alone where only the author knows how to read it."""
        return self.text(content) if self._extract else marked_text_of(content, self.exporter.media_type)

    def faults(self, job: ExportJob, doing: str) -> list[str]:
        """Render a job, and give what is wrong with the form of the file."""
        return [f"{doing}: {each}" for each in faults_of(self.render(job, doing), self.exporter.media_type)]

    def fails(self, job: ExportJob) -> bool:
        """Tell whether a job cannot be rendered, or gives a file that is not well formed."""
        try:
            return bool(self.faults(job, "a drawn report"))
        except Raised:
            return True

    @cached_property
    def report(self) -> Report:
        """The report in which every figure is another number."""
        return numbered_report()

    @cached_property
    def job(self) -> ExportJob:
        """That report, as if nothing were wrong with it."""
        return job_of(self.report)

    @cached_property
    def checked_job(self) -> ExportJob:
        """That report with its hundreds of findings."""
        return checked(numbered_report)

    @cached_property
    def content(self) -> bytes:
        """The file of that report."""
        return self.render(self.job, "the report in which every figure is stated")

    @cached_property
    def shown(self) -> str:
        """The text of that file."""
        return self.text(self.content)

    @cached_property
    def checked_content(self) -> bytes:
        """The file of that report with its findings."""
        return self.render(self.checked_job, "a report with hundreds of findings")

    @cached_property
    def plain_content(self) -> bytes:
        """The file of a report with a harmless text in every place."""
        return self.render(job_of(plain_report()), "a report with a text in every place")

    @cached_property
    def hostile_content(self) -> bytes:
        """The file of the same report with hostile texts."""
        return self.render(job_of(hostile_report()), "a report with hostile text in every place")

    @cached_property
    def jobs(self) -> tuple[ExportJob, ...]:
        """Jobs that differ in everything: report, findings, language."""
        return (self.checked_job, checked(broken_report, "en"), job_of(plain_report()), checked(broken_report))

    def varied(self, options: object, doing: str) -> Mapping[str, bytes]:
        """Render the reports that an option may make a difference to, by what they are; each once."""
        if doing not in self._varied:
            self._varied[doing] = {
                title: self.render(evolve(job, options=options), f"{title}, {doing}")
                for title, job in self._varied_jobs.items()
            }
        return self._varied[doing]

    @cached_property
    def _varied_jobs(self) -> Mapping[str, ExportJob]:
        return {
            "a report in which every figure is stated, with hundreds of findings": self.checked_job,
            "a report with blanks, a zero, texts, findings and an annex": checked(mixed_report),
            "the same in English": checked(mixed_report, "en"),
            "an empty report": checked(empty_report),
        }

    @cached_property
    def here(self) -> tuple[bytes, ...]:
        """What these jobs give, rendered one after another."""
        return tuple(self.render(job, "one of several jobs") for job in self.jobs)

    @cached_property
    def elsewhere(self) -> tuple[str, tuple[Elsewhere, ...]]:
        """What they give in other processes, or why they cannot be rendered there."""
        try:
            return "", called_elsewhere(self.exporter.render, self.jobs)
        except ValueError as error:
            return str(error), ()

    def at_once(self, jobs: Sequence[ExportJob]) -> list[bytes]:
        """Render jobs in threads, all at once."""
        with undone():
            return called_at_once(lambda job: _as_bytes(self._called(job, "several jobs at once")), jobs)

    def call_everything(self) -> None:
        """Render every kind of job."""
        for job in self.jobs:
            self._called(job, "a job that is watched")
