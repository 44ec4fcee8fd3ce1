"""The model of editing: it runs through, it takes what the check suggests, and it finds planted defects."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import run_state_machine_as_test

from cchc_core import CheckResult, Report, check, dump, load
from cchc_core.testing import ReportMachine
from example_for_tests import example

STEPS = settings(max_examples=15, stateful_step_count=8)
UNSHRUNK = settings(max_examples=200, stateful_step_count=8, phases=[Phase.generate])


def test_every_report_that_is_edited_keeps_the_invariants() -> None:
    """Saved and opened, checked twice, findings against outcomes, after every edit."""
    run_state_machine_as_test(ReportMachine, settings=STEPS)


@given(st.data())
def test_what_is_suggested_repairs_what_it_says(data: st.DataObject) -> None:
    """The one suggestion for the real report is taken, and the rules of its cause hold then."""
    machine: Any = ReportMachine()
    machine.begin(example())
    machine.accept_suggestion(data)
    assert 19042 == machine.report.procedures.online.total.received
    assert not any(cause.suggestion for cause in machine.result.causes)


class _BlankIsZero(ReportMachine):
    """Saves a blank as zero."""

    def saved(self, report: Report) -> bytes:
        direction = report.direction
        return dump(report.revise(direction=direction.revise(tasks_planned=direction.tasks_planned or 0)))


class _LosesARow(ReportMachine):
    """Loses the rows of a table when it opens a report."""

    def opened(self, content: bytes) -> Report:
        report = load(content)
        table = attrs.evolve(report.procedures.dossiers_by_field, fields=())
        return report.revise(procedures=report.procedures.revise(dossiers_by_field=table))


class _Forgets(ReportMachine):
    """Finds less the second time."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[Report] = set()

    def checked(self, report: Report) -> CheckResult:
        result = check(report)
        again = report in self.seen
        self.seen.add(report)
        return attrs.evolve(result, findings=()) if again else result


class _Silent(ReportMachine):
    """Tells no finding of a rule that failed."""

    def checked(self, report: Report) -> CheckResult:
        return attrs.evolve(check(report), findings=())


@pytest.mark.parametrize("defect", [_BlankIsZero, _LosesARow, _Forgets, _Silent], ids=lambda each: each.__name__)
def test_a_planted_defect_is_found(defect: type[ReportMachine]) -> None:
    """Whoever loses a blank, a row or a finding is told."""
    with pytest.raises(AssertionError):
        run_state_machine_as_test(defect, settings=UNSHRUNK)


def test_what_does_not_repair_is_told() -> None:
    """A suggestion after which the rules of its cause are still broken is a defect of whoever checks."""

    class Stubborn(ReportMachine):
        """Finds the same whatever is changed."""

        def checked(self, report: Report) -> CheckResult:
            return check(example())

    @given(st.data())
    def accepts(data: st.DataObject) -> None:
        machine: Any = Stubborn()
        machine.begin(example())
        machine.accept_suggestion(data)

    with pytest.raises(AssertionError, match="still broken after accepting what was suggested"):
        accepts()
