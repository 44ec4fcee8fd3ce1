"""A model of editing: figures set, blanked and corrected, rows added and removed, one after the other."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

import attrs

from cchc_core.checks import Cell, CheckResult, Status, check, system_of
from cchc_core.convert import dump
from cchc_core.corrections import correct
from cchc_core.forms import (
    AgencyRow,
    AgencyTable,
    FieldRow,
    FieldTable,
    Figure,
    FigureKind,
    FigureValue,
    Level,
    LevelTable,
    OpenBound,
    OpenWord,
    revised,
)
from cchc_core.reading import load
from cchc_core.report import Report
from cchc_core.testing.extra import (
    RuleBasedStateMachine,
    SearchStrategy,
    initialize,
    invariant,
    precondition,
    rule,
    st,
)
from cchc_core.testing.strategies.frames import TableSlot, frame_of
from cchc_core.testing.strategies.records import reports

__all__ = ["ReportMachine"]

_MOST = 10**6
_LARGEST = 10**15 - 1

AnyTable = LevelTable[Any] | FieldTable[Any] | AgencyTable[Any]


@cache
def _tables() -> tuple[TableSlot, ...]:
    return tuple(table for bundle in frame_of(Report).bundles for table in bundle.tables)


def _values(figure: Figure[Any]) -> SearchStrategy[FigureValue]:
    """Give any values that a figure can hold, small ones first."""
    numbers = st.integers(0, 99) | st.integers(0, _MOST) | st.integers(-_LARGEST, _LARGEST)
    if figure.kind is FigureKind.COUNT:
        return numbers
    decimals = st.builds(lambda number, places: Decimal(number).scaleb(-places), numbers, st.integers(0, 2))
    return st.builds(OpenBound, st.sampled_from(OpenWord), decimals) if figure.kind is FigureKind.OPEN else decimals


def _with_row(table: TableSlot, value: AnyTable, level: Level) -> AnyTable:
    """Add a blank row: of a level, if there is none of it, or at the end."""
    blank = table.declared.record()
    if isinstance(value, LevelTable):
        return value if getattr(value, level.value) else attrs.evolve(value, **{level.value: blank})
    if isinstance(value, FieldTable):
        return attrs.evolve(value, fields=(*value.fields, FieldRow(field="Lĩnh vực mới", figures=blank)))
    return attrs.evolve(value, agencies=(*value.agencies, AgencyRow(agency="Cơ quan mới", level=level, figures=blank)))


def _without_row(value: AnyTable, number: int) -> AnyTable:
    """Leave a row out, or the total."""
    step = [row.step for row in value.rows()][number]
    if isinstance(value, LevelTable):
        return attrs.evolve(value, **{step: None})
    if step == "total":
        return attrs.evolve(value, total=None)
    if isinstance(value, FieldTable):
        return attrs.evolve(value, fields=(*value.fields[:number], *value.fields[number + 1 :]))
    return attrs.evolve(value, agencies=(*value.agencies[:number], *value.agencies[number + 1 :]))


class ReportMachine(RuleBasedStateMachine):
    """Edits a report at random, and sees to it that what must hold for every report holds after every edit.

    It begins with a report that keeps every rule. Inherit from it, add edits and invariants of your own, or override
    `saved`, `opened` and `checked` to let it go through your own pipeline; then let pytest collect its ``TestCase``::

        class Editing(ReportMachine):
            def saved(self, report):
                return my_database.store(report)

        TestEditing = Editing.TestCase

    >>> from hypothesis import settings
    >>> from hypothesis.stateful import run_state_machine_as_test
    >>> few = settings(max_examples=3, stateful_step_count=3, derandomize=True, database=None, deadline=None)
    >>> run_state_machine_as_test(ReportMachine, settings=few)
    """

    def __init__(self) -> None:
        super().__init__()
        self.report: Report
        self.result: CheckResult

    def saved(self, report: Report) -> bytes:
        """Save a report; the JSON of the library unless you override it."""
        return dump(report)

    def opened(self, content: bytes) -> Report:
        """Open what was saved."""
        return load(content)

    def checked(self, report: Report) -> CheckResult:
        """Check a report; by the rules of the library unless you override it."""
        return check(report)

    @initialize(report=reports())
    def begin(self, report: Report) -> None:
        """Begin with a report that keeps every rule."""
        self._put(report)

    @rule(data=st.data())
    def set_figure(self, data: st.DataObject) -> None:
        """Set a figure to any value it can hold."""
        cell = self._draw_cell(data)
        self._put(revised(self.report, cell.place.path, data.draw(_values(cell.figure()), "value")))

    @rule(data=st.data())
    def blank_figure(self, data: st.DataObject) -> None:
        """Leave a figure blank."""
        self._put(revised(self.report, self._draw_cell(data).place.path, None))

    @rule(data=st.data())
    def add_row(self, data: st.DataObject) -> None:
        """Add a blank row to a table: of a level that has none, or at the end."""
        table = data.draw(st.sampled_from(_tables()), "table")
        levels = st.sampled_from((Level.DISTRICT, Level.COMMUNE, Level.PROVINCE, Level.TOTAL))
        value = _with_row(table, self._value_of(table), data.draw(levels, "level"))
        self._put(revised(self.report, ".".join(table.path), value))

    @precondition(lambda machine: machine.tables_with_rows)
    @rule(data=st.data())
    def remove_row(self, data: st.DataObject) -> None:
        """Remove a row of a table, or its total."""
        table = data.draw(st.sampled_from(self.tables_with_rows), "table")
        value = self._value_of(table)
        number = data.draw(st.integers(0, len(list(value.rows())) - 1), "row")
        self._put(revised(self.report, ".".join(table.path), _without_row(value, number)))

    @property
    def tables_with_rows(self) -> tuple[TableSlot, ...]:
        """The tables that have a row or a total."""
        return tuple(table for table in _tables() if list(self._value_of(table).rows()))

    @precondition(lambda machine: any(cause.suggestion for cause in machine.result.causes))
    @rule(data=st.data())
    def accept_suggestion(self, data: st.DataObject) -> None:
        """Accept what the check suggests for one cause: no relation of that cause is broken afterwards."""
        causes = [each for each in self.result.causes if each.suggestion is not None]
        cause = data.draw(st.sampled_from(causes), "cause")
        before = {finding.key for finding in self.result.findings_of(cause)}
        report, log = correct(self.report, self.result, [(cause, cause.suggestion)])  # type: ignore[list-item]
        self._put(report)
        assert log
        after = {finding.key for finding in self.result.findings}
        assert before.isdisjoint(after), f"still broken after accepting what was suggested: {before & after}"

    @invariant()
    def survives_being_saved(self) -> None:
        """What was saved and opened again is the same report."""
        assert self.report == self.opened(self.saved(self.report))

    @invariant()
    def is_checked_alike_each_time(self) -> None:
        """The same report has the same findings."""
        again = self.checked(self.report)
        assert [each.key for each in self.result.findings] == [each.key for each in again.findings]

    @invariant()
    def findings_are_failed_rules(self) -> None:
        """Each finding is of a rule that failed, and each rule that failed has a finding."""
        failed = {outcome.rule.code for outcome in self.result.outcomes if outcome.status is Status.FAILED}
        assert failed == {finding.code for finding in self.result.findings}

    def _put(self, report: Report) -> None:
        self.report = report
        self.result = self.checked(report)

    def _draw_cell(self, data: st.DataObject) -> Cell:
        cells = {cell.place.path: cell for placed in system_of(self.report).records for cell in placed.cells.values()}
        return cells[data.draw(st.sampled_from(list(cells)), "figure")]

    def _value_of(self, table: TableSlot) -> AnyTable:
        value: Any = self.report
        for step in table.path:
            value = getattr(value, step)
        found: AnyTable = value
        return found
