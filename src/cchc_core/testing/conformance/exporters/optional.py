"""Checks of an exporter: that its options do what they say and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum

from attrs import evolve, frozen

from cchc_core.plugins import Exporter
from cchc_core.plugins.options import OptionSpec
from cchc_core.testing.conformance.exporters.bench import Bench
from cchc_core.testing.conformance.samples import job_of
from cchc_core.testing.conformance.suite import Conformance, Raised, demand
from cchc_core.testing.conformance.text import faults_of

__all__ = ["OptionChecks"]


@frozen
class _OfAnother:
    """Options that are those of no exporter."""


class OptionChecks(Conformance[Bench]):
    """Options, for those that have any."""

    @demand("Say in Vietnamese and in English, each on one line, what the option does.")
    def test_options_are_told_in_both_languages(self) -> Iterator[str]:
        """Each option says in both languages what it does."""
        for spec in self.bench.exporter.option_specs:
            vi, en = spec.title.vi, spec.title.en
            if not vi.strip() or not en.strip() or vi == en or not (vi + en).isprintable():
                yield f"the option {spec.name} is called {vi!r} and {en!r}"

    @demand(
        "Use `job.options_as(Options)`, which gives the defaults if there are none.", needs=("same_job_same_bytes",)
    )
    def test_no_options_are_the_defaults(self) -> Iterator[str]:
        """A job without options gives the same bytes as one with the options class as it is made without arguments."""
        options = self.bench.exporter.options
        if options is not None:
            made = self.bench.render(evolve(self.bench.job, options=options()), "a job with the default options")
            if made != self.bench.content:
                yield f"{options.__name__}() gives another file than no options"

    @demand(
        "Let `render` take every value that the options class takes; refuse the others in it, by a validator.",
        needs=("every_language_is_rendered", "hundreds_of_findings_are_rendered", "an_empty_report_is_rendered"),
    )
    def test_every_option_value_is_rendered(self) -> Iterator[str]:
        """Each value that an option may have is rendered, with everything that a report may hold."""
        for spec in self.bench.exporter.option_specs:
            for value in _values_of(spec):
                for title, content in self._varied(spec, value).items():
                    faults = faults_of(content, self.bench.exporter.media_type)
                    yield from (f"{title}, {spec.name}={value!r}: {each}" for each in faults)

    @demand(
        "Do what the option says, or take it out; waive this, with the reason, if it shows only together with another "
        "option, or in other reports than those that were tried.",
        needs=("every_option_value_is_rendered", "same_job_same_bytes"),
        may_be_waived=True,
    )
    def test_every_option_makes_a_difference(self) -> Iterator[str]:
        """Each switch, and each choice, makes a difference to some report."""
        for spec in self.bench.exporter.option_specs:
            first, *others = (self._varied(spec, value) for value in _values_of(spec))
            if others and all(each == first for each in others):
                yield f"the option {spec.name} makes no difference; tried with {'; with '.join(first)}"

    def _varied(self, spec: OptionSpec, value: object) -> Mapping[str, bytes]:
        """Render a report of each sort with a value of an option."""
        return self.bench.varied(_options(self.bench.exporter, spec, value), f"{spec.name}={value!r}")

    @demand(
        "Use `job.options_as(Options)`, which refuses the options of another exporter.", needs=("a_report_is_rendered",)
    )
    def test_options_of_another_are_refused(self) -> Iterator[str]:
        """An exporter with options raises TypeError when it is given those of another exporter."""
        if self.bench.exporter.options is None:
            return
        try:
            self.bench.made(
                job_of(self.bench.report, options=_OfAnother()), "a job with the options of another exporter"
            )
        except Raised as raised:
            if not isinstance(raised.error, TypeError):
                yield str(raised)
        else:
            yield "they are taken"


def _options(exporter: Exporter, spec: OptionSpec, value: object) -> object:
    return None if exporter.options is None else exporter.options(**{spec.name: value})


def _values_of(spec: OptionSpec) -> tuple[object, ...]:
    """Give every value of a switch or a choice; of other options the default, which a validator lets pass."""
    if spec.kind is bool:
        return (True, False)
    return tuple(spec.kind) if issubclass(spec.kind, Enum) else (spec.default,)
