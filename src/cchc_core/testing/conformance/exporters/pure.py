"""Checks of an exporter: that it is a pure function, of its job alone, anywhere and any number of times."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_core.convert import dump
from cchc_core.plugins import ExportJob
from cchc_core.testing.conformance.exporters.bench import Bench
from cchc_core.testing.conformance.samples import checked, numbered_report
from cchc_core.testing.conformance.suite import Conformance, demand

__all__ = ["PureChecks"]

_MADE = ("every_language_is_rendered", "hundreds_of_findings_are_rendered")
_SAME = (*_MADE, "same_job_same_bytes")
_THREADS = 8


class PureChecks(Conformance[Bench]):
    """A pure function of the job."""

    @demand("Keep nothing from one call to the next: no counter, no cache that fills, no iterator.", needs=_MADE)
    def test_same_job_same_bytes(self) -> Iterator[str]:
        """The same job gives the same bytes, each time it is rendered, whatever was rendered in between."""
        first = self.bench.checked_content
        self.bench.render(self.bench.job, "another report")
        for time in ("second", "third"):
            if self.bench.render(self.bench.checked_job, f"a report for the {time} time") != first:
                yield f"the file is another one the {time} time"

    @demand(
        "Compare values with == and not with `is`, and keep id() and repr() of objects out of the file.", needs=_SAME
    )
    def test_equal_job_same_bytes(self) -> Iterator[str]:
        """A job that is equal, and was made anew, gives the same bytes."""
        if self.bench.render(checked(numbered_report), "the same report, made anew") != self.bench.checked_content:
            yield "the file is another one"

    @demand(
        "Sort what comes out of a set; keep locale, time zone and folder out of the file; make `render` a function at "
        "the top of a module, so that another process can import it.",
        needs=(*_SAME, "equal_job_same_bytes"),
        may_be_waived=True,
    )
    def test_same_bytes_in_another_process(self) -> Iterator[str]:
        """Another process, with another seed of hashes, locale, time zone and folder, makes the same bytes."""
        failure, elsewhere = self.bench.elsewhere
        if failure:
            yield failure
        for each in elsewhere:
            if each.failure:
                yield f"{each.place.title}: {each.failure}"
            elif each.values != self.bench.here:
                yield f"{each.place.title}: the file is another one"

    @demand("Use no variables that calls share; make what you need anew in each call.", needs=_SAME)
    def test_same_bytes_in_threads(self) -> Iterator[str]:
        """Several threads that render different jobs at once each make the bytes that one alone makes."""
        jobs = [self.bench.jobs[number % len(self.bench.jobs)] for number in range(_THREADS)]
        alone = [self.bench.here[number % len(self.bench.here)] for number in range(_THREADS)]
        made = self.bench.at_once(jobs)
        differing = sum(one != other for one, other in zip(alone, made, strict=True))
        if differing:
            yield f"{differing} of {_THREADS} files are others than those made one after another"

    @demand("Make changed copies (attrs.evolve, record.revise); go round no frozen class.", needs=_MADE)
    def test_the_job_is_left_as_it_was(self) -> Iterator[str]:
        """Report and result are afterwards what they were before."""
        job = checked(numbered_report)
        before = _told(job)
        self.bench.render(job, "a report with hundreds of findings")
        after = _told(job)
        yield from (f"the {name} is another one" for name in before if before[name] != after[name])


def _told(job: ExportJob) -> dict[str, object]:
    """Give all that a job says, as data."""
    return {
        "report": dump(job.report),
        "result": repr((job.result.findings, job.result.outcomes, job.result.causes)),
        "language": job.lang,
        "options": repr(job.options),
    }
