"""Checks of a form: that its rules can be kept and broken, and that its records are checked and stored."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from cchc_core.checks import check_record
from cchc_core.convert import dump, load
from cchc_core.errors import ReadError
from cchc_core.forms import Catalogue, Record
from cchc_core.law import ALWAYS
from cchc_core.report import CATALOGUE, Report, can_be_annexed
from cchc_core.rules import Severity
from cchc_core.testing.conformance.forms.bench import FormBench
from cchc_core.testing.conformance.samples import empty_report
from cchc_core.testing.conformance.suite import Conformance, NotAsked, demand

__all__ = ["HoldingChecks"]

_FILLED = ("a_record_can_be_filled_in",)


class HoldingChecks(Conformance[FormBench]):
    """Rules that can be kept and broken, records that can be checked and stored.

    Attributes:
        examples: How many records are drawn.
    """

    examples: int = 5

    @demand("Let every figure be any number of its kind; give what is no figure a default.", needs=("it_is_a_form",))
    def test_a_record_can_be_filled_in(self) -> Iterator[str]:
        """A record in which every figure is stated can be made, and checked."""
        check_record(self.bench.full, self.bench.day)
        yield from ()

    @demand("Let every figure be None; a blank is no mistake of the record.", needs=_FILLED)
    def test_a_blank_record_is_no_error(self) -> Iterator[str]:
        """A record that states nothing can be made, and the check finds no error in it."""
        yield from _errors(self.bench, self.bench.blank())

    @demand("Mend the relations that are named; together they leave no figures that keep them all.", needs=_FILLED)
    def test_its_relations_can_hold_together(self) -> Iterator[str]:
        """There are figures with which every relation holds."""
        for each in self.bench.lint.contradictions:
            yield f"these cannot hold together: {', '.join(each.relations)}"
        yield from (f"{code} holds for no whole numbers" for code in self.bench.never_whole)

    @demand("Take one of them out.", needs=_FILLED)
    def test_no_relation_is_written_twice(self) -> Iterator[str]:
        """No two relations say the same."""
        for each in self.bench.lint.duplicates:
            yield f"these say the same: {', '.join(each.relations)}"

    @demand(
        "Mend or take out the relation; as it stands it is never broken by figures that are not below zero.",
        needs=_FILLED,
    )
    def test_every_relation_can_be_broken(self) -> Iterator[str]:
        """Each relation is broken by some figures, none of them below zero."""
        yield from (f"{code} always holds" for code in self.bench.always_true)

    @demand(
        "Mend the rules so that whole numbers keep them; find out which do not agree with "
        "`cchc_core.testing.strategies.records`.",
        needs=("a_blank_record_is_no_error", "its_relations_can_hold_together"),
    )
    def test_complete_records_can_keep_every_rule(self) -> Iterator[str]:
        """Records in which every figure is stated and every rule is kept are found, and the check finds no error."""
        for record in self.bench.drawn:
            yield from _errors(self.bench, record)

    @demand(
        "Declare beside figures, parts and tables nothing but what JSON can hold: texts, days, choices.", needs=_FILLED
    )
    def test_records_come_back_from_json(self) -> Iterator[str]:
        """A record that is stored as JSON comes back equal."""
        record = self.bench.full
        if isinstance(record, Report):
            report = record
        elif can_be_annexed(self.bench.form):
            report = empty_report().revise(annexes=(record,))
        else:
            raise NotAsked("it is a part of the report, with which it is stored")
        try:
            form = evolve(self.bench.form, in_force=ALWAYS)
            read = load(dump(report), lambda: Catalogue((*CATALOGUE.forms, form)))
        except (ReadError, TypeError, ValueError, LookupError) as error:
            yield f"{type(error).__name__}: {error}"
            return
        if read != report:
            yield "another record came back"


def _errors(bench: FormBench, record: Record) -> Iterator[str]:
    """Give the errors that the check finds."""
    for finding in check_record(record, bench.day).findings:
        if finding.severity is Severity.ERROR:
            yield f"{finding.code} at {finding.place.path} of {record!r}"
