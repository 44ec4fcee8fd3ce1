"""Points of systems of relations: every one that is drawn keeps them all, and each can be reached."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from cchc_core import ByField, ByLevel, FieldTable, LevelTable, Record, Report, by_field, by_level, check_record
from cchc_core.forms import Figure, bound, form, ratio, share
from cchc_core.testing import ReportMachine, records, sample_report, tables
from cchc_core.testing.machine import _without_row
from cchc_core.testing.strategies.lattice import (
    Cell,
    Line,
    LinearSystem,
    NoPointError,
    components_of,
    first_point,
    plan_of,
)
from cchc_core.testing.strategies.walking import _reach, draw_point
from forms_for_tests import BOUND, NONNEGATIVE, PERCENTAGES, SHARES, SOURCE, SUMS, Visits

DAY = date(2021, 12, 14)
SEARCH = settings(max_examples=20_000, phases=[Phase.generate])
CELLS = "abcd"


def reaches(strategy: st.SearchStrategy[Any], wanted: Callable[[Any], Any]) -> bool:
    """Tell that a strategy gives a value of a certain kind; hypothesis raises if it gives none."""
    return bool(wanted(find(strategy, wanted, settings=SEARCH)))


shares = st.integers(-3, 3)
lines = st.builds(
    lambda coefficients, op, constant: Line(
        tuple((share, (cell,)) for cell, share in coefficients.items() if share), op, constant
    ),
    st.fixed_dictionaries(dict.fromkeys(CELLS, shares)),
    st.sampled_from(("==", ">=")),
    st.integers(-4, 4),
)


@settings(max_examples=200)
@given(st.data(), st.lists(lines, max_size=3))
def test_every_point_keeps_every_relation(data: st.DataObject, system: list[Line]) -> None:
    """Whatever the coefficients; and where there is said to be none, no small numbers are one."""
    small = [dict(zip(CELLS, numbers, strict=True)) for numbers in product(range(5), repeat=len(CELLS))]
    try:
        point = data.draw(st.composite(lambda draw: draw_point(draw, CELLS, system, 99))())
    except NoPointError:
        assert not any(all(_holds(line, each) for line in system) for each in small)
        return
    assert set(CELLS) == set(point)
    assert min(point.values()) >= 0
    assert all(_holds(line, point) for line in system)


def _holds(line: Line, values: dict[str, int]) -> bool:
    cells: dict[Cell, int] = {cell: number for cell, number in values.items()}  # noqa: C416 - a dict of any cells
    found = line.at(cells)
    return found == 0 if line.op == "==" else found >= 0


@pytest.mark.parametrize(
    "wanted",
    [{"a": 0, "b": 0, "c": 0}, {"a": 3, "b": 2, "c": 0}, {"a": 2, "b": 3, "c": 0}, {"a": 1, "b": 2, "c": 2}],
)
def test_points_with_other_coefficients_than_one_are_reached(wanted: dict[str, int]) -> None:
    """2a + b and 3c and b: each combination that the relations allow, not only multiples of one."""
    system = [Line(((1, ("a",)), (1, ("b",)), (-1, ("d",))), "=="), Line(((2, ("d",)), (-3, ("c",))), ">=")]
    drawn = st.composite(lambda draw: draw_point(draw, CELLS, system, 9))()
    assert find(drawn, lambda point: wanted.items() <= point.items(), settings=SEARCH)


def test_moves_that_need_room_come_after_those_that_make_it() -> None:
    """Parts are drawn after the whole that they are parts of."""
    within = Line(((1, ("whole",)), (-1, ("part",))), ">=")
    moves = [step.cells for step in plan_of(LinearSystem(("part", "whole"), (within,))).steps]
    assert [(("whole", 1),), (("part", 1),)] == moves


def test_what_is_given_may_break_a_relation_by_itself() -> None:
    """Then there is nothing to draw."""
    assert [] == components_of((), [Line((), "==", 0)])
    with pytest.raises(NoPointError, match="what is given already breaks a relation"):
        components_of((), [Line((), ">=", -1)])


def test_relations_with_products_are_held_against_the_first_point_too() -> None:
    """The simplex method does not know them."""
    far = Line(((1, ("a",)),), ">=", -2)
    below = Line(((1, ("b",)), (-1, ("a", "b"))), ">=", 0)
    assert {"a": 2, "b": 0} == first_point(LinearSystem(("a", "b"), (far, below)))
    above = Line(((1, ("a", "b")),), ">=", -1)
    with pytest.raises(NoPointError):
        first_point(LinearSystem(("a", "b"), (far, above)))


class TestProducts:
    """Figures multiplied with one another."""

    @given(st.integers(0, 20), st.integers(-9, 9), st.integers(-3, 3), st.integers(0, 15))
    def test_how_far_a_parabola_stays_above_zero(self, start: int, change: int, bend: int, most: int) -> None:
        """As far as trying every step says."""

        def height(times: int) -> int:
            return start + change * times + bend * times * times

        reached = next((step - 1 for step in range(1, most + 1) if height(step) < 0), most)
        assert reached == _reach(height, most)

    @pytest.mark.parametrize(
        "line",
        [
            Line(((1, ("a", "a", "a")), (-1, ("b",))), ">="),
            Line(((1, ("a", "b")), (-1, ("c", "d"))), "=="),
            Line(((2, ("a", "b")), (-2, ("c",))), "=="),
        ],
    )
    def test_what_is_not_easily_kept_is_kept(self, line: Line) -> None:
        """Cubes and equations of products leave little room, but never a point that breaks them."""

        @given(st.composite(lambda draw: draw_point(draw, CELLS, [line], 9))())
        def is_kept(point: dict[str, int]) -> None:
            assert _holds(line, point)

        is_kept()


@form("rated", title="Rated", source=SOURCE, nonnegative=NONNEGATIVE, percentages=PERCENTAGES)
class Rated(Record):
    """A row that nothing can be added up of."""

    rating: Figure[Decimal] = share("Tỷ lệ hài lòng")


@form("pairs", title="Pairs", source=SOURCE, nonnegative=NONNEGATIVE, percentages=PERCENTAGES)
class Pairs(Record):
    """Two tables whose totals a bound compares, and shares of them printed beside."""

    repeated_share: Figure[Decimal] = share("Tỷ lệ lặp lại")
    few: ByLevel[Visits] = by_level(Visits, "Ít", sums=SUMS)
    many: ByField[Visits] = by_field(Visits, "Nhiều", sums=SUMS)
    rated: ByLevel[Rated] = by_level(Rated, "Hài lòng", sums=SUMS)

    fewer = bound(BOUND, few.total.visits + 7 <= many.total.visits)

    share_repeated = ratio(
        "Tỷ lệ lặp lại", few.total.repeated / few.total.visits, reported=repeated_share, rules=SHARES
    )


@settings(max_examples=100)
@given(records(Pairs) | records(Pairs, complete=True))
def test_totals_that_rule_one_another_out_are_left_out(record: Pairs) -> None:
    """Tables are drawn before what compares them; where it rules them out, the record has no tables."""
    assert () == check_record(record, DAY).findings


def test_shares_of_totals_are_printed() -> None:
    """From the rows of tables, too."""
    assert reaches(records(Pairs), lambda record: record.repeated_share and record.few.total.visits)
    assert reaches(records(Pairs), lambda record: record.few.total and record.many.total and record.few.total.visits)
    assert reaches(tables(Rated, LevelTable), lambda table: table.total and table.total.rating)


def test_a_row_is_taken_out_of_each_kind_of_table() -> None:
    """Or its total, which is the last."""
    machine = ReportMachine()
    report: Report = sample_report()
    machine.begin(report)
    dossiers = report.procedures.dossiers
    assert ["district", "commune"] == [row.step for row in _without_row(dossiers, 2).rows()]
    by_name: FieldTable[Visits] = FieldTable(total=Visits(visits=1))
    assert FieldTable() == _without_row(by_name, 0)


def test_whole_numbers_are_not_looked_for_without_end() -> None:
    """3a - 3b is never 1 or 2, though it could be with fractions, however large a and b are."""
    least = Line(((3, ("a",)), (-3, ("b",))), ">=", -1)
    most = Line(((-3, ("a",)), (3, ("b",))), ">=", 2)
    with pytest.raises(NoPointError):
        first_point(LinearSystem(("a", "b"), (least, most)))
