"""A report as lines and tables, and the formulas that stand for its totals."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from attrs import evolve

from cchc_core import DossierRow, LevelTable, OnlineRow, OverdueRow, Place, Procedures, Report, check, form_of, load
from cchc_core.catalogue.rules import DOS_005
from cchc_core.checks import Cell, PlacedRelation, System, check_system, system_of
from cchc_core.checks.system import Addend
from cchc_core.tables import formulas_of, header_of, sections_of


def _example() -> Report:
    return load("examples/dinh-hoa-2021.json")


def _formulas(report: Report) -> dict[str, list[str]]:
    system = system_of(report)
    return {path: list(each.paths[1:]) for path, each in formulas_of(system, check(report)).items()}


def _with_total(report: Report, **figures: int | None) -> Report:
    dossiers = report.procedures.dossiers
    assert dossiers.total is not None
    changed = evolve(dossiers, total=dossiers.total.revise(**figures))
    return report.revise(procedures=report.procedures.revise(dossiers=changed))


class TestSections:
    """Section I and the six areas, in the order of the report."""

    def test_numbers_and_tables(self) -> None:
        """Only tables that have rows are laid out."""
        laid_out = [
            (section.form.number, [table.name for table in section.tables]) for section in sections_of(_example())
        ]
        assert laid_out == [
            ("I", []),
            ("II.1", []),
            ("II.2", ["dossiers", "online"]),
            ("II.3", []),
            ("II.4", []),
            ("II.5", []),
            ("II.6", []),
        ]

    def test_every_figure_has_a_line_or_a_cell(self) -> None:
        """Nothing that is reported is lost on the way to the page, and a blank has its cell unless it is optional."""
        shown = set()
        for section in sections_of(_example()):
            shown |= {line.path for line in section.lines if line.kind is not None}
            for table in section.tables:
                shown |= {row.path_of(f) for row in table.rows for f in (*table.columns, *table.details)}
        cells = system_of(_example()).cells
        assert shown == {path for path, cell in cells.items() if cell.value is not None or not cell.figure().optional}

    def test_a_column_that_is_blank_throughout_is_left_out(self) -> None:
        """Details and printed shares have a column where some row reports them, beside the form's own columns."""
        total = DossierRow(received=1, withdrawn=1, late_share_printed=Decimal("0.00"))
        dossiers = LevelTable(commune=DossierRow(received=1), total=total)
        report = _example().revise(procedures=Procedures(dossiers=dossiers))
        (table,) = sections_of(report)[2].tables
        assert [figure.name for figure in table.details] == ["withdrawn"]
        assert [figure.name for figure in table.shares] == ["late_share_printed"]
        assert () == table.ratios
        assert 11 == len(table.columns)

    def test_an_optional_column_of_a_table_without_numbers(self) -> None:
        """Online dossiers carried over have a column only where they are stated."""
        online = LevelTable(total=OnlineRow(received=1))
        stated = LevelTable(total=OnlineRow(received=1, carried_over=0))
        names = []
        for table in (online, stated):
            report = _example().revise(procedures=Procedures(online=table))
            names.append([figure.name for figure in sections_of(report)[2].tables[0].columns])
        assert ["received", "returned_early", "returned_on_time", "returned_late", "pending"] == names[0]
        assert [*names[0], "carried_over"] == names[1]

    def test_a_table_whose_every_column_is_optional_and_blank_is_left_out(self) -> None:
        """Rows without one reason for lateness make no table."""
        report = _example().revise(procedures=Procedures(overdue=LevelTable(total=OverdueRow())))
        assert () == sections_of(report)[2].tables

    def test_an_optional_line_that_is_blank_is_left_out(self) -> None:
        """Only who has procedures with dossiers to state has a line for them."""
        lines = [
            {line.path for line in sections_of(_example().revise(procedures=each))[2].lines}
            for each in (Procedures(), Procedures(online_with_dossiers=0))
        ]
        assert {"procedures.online_with_dossiers"} == lines[1] - lines[0]

    def test_a_share_says_which_of_its_figures_are_subtracted(self) -> None:
        """The dossiers that did not come online are all but those that did."""
        lines = {line.path: line for line in sections_of(_example())[2].lines}
        line = lines["procedures.offline_late_share"]
        assert ("procedures.dossiers.total.resolved_late", "procedures.online.total.returned_late") == line.numerator
        assert {
            "procedures.online.total.returned_early",
            "procedures.online.total.returned_on_time",
            "procedures.online.total.returned_late",
        } == line.subtracted

    def test_columns_of_the_printed_form_are_apart_from_its_details(self) -> None:
        """Form II.06a has eleven numbered columns; the kinds of pending dossiers stand beside it."""
        table = sections_of(_example())[2].tables[0]
        assert [figure.column for figure in table.columns] == list(range(3, 14))
        assert [figure.name for figure in table.details] == [
            "pending_not_due",
            "paused_tax_notice",
            "paused_supplement",
        ]

    def test_derived_shares_name_their_figures(self) -> None:
        """A share's line tells what it is made of, so that a workbook can compute it."""
        line = next(line for line in sections_of(_example())[0].lines if line.path == "direction.plan_completion")
        assert (line.numerator, line.denominator) == (("direction.tasks_done",), ("direction.tasks_planned",))

    def test_a_head_without_groups_is_one_row(self) -> None:
        """Plain columns need no spans."""
        details = sections_of(_example())[2].tables[0].details
        assert {(cell.row, cell.rows, cell.columns) for cell in header_of(details)} == {(0, 1, 1)}

    def test_every_head_covers_its_columns_exactly_once(self) -> None:
        """Header cells tile the grid of three rows by eleven columns."""
        columns = tuple(figure for figure in form_of(DossierRow).figures.values() if figure.column is not None)
        covered = [
            (row, column)
            for cell in header_of(columns)
            for row in range(cell.row, cell.row + cell.rows)
            for column in range(cell.column, cell.column + cell.columns)
        ]
        assert sorted(covered) == [(row, column) for row in range(3) for column in range(11)]


class TestFormulas:
    """Where a live formula may stand."""

    def test_totals_are_sums_of_their_rows(self) -> None:
        """In a total row the levels are added, elsewhere the row's own parts."""
        formulas = _formulas(_example())
        assert formulas["procedures.dossiers.total.received"] == [
            "procedures.dossiers.district.received",
            "procedures.dossiers.commune.received",
        ]
        assert formulas["procedures.dossiers.district.resolved"] == [
            f"procedures.dossiers.district.resolved_{term}" for term in ("early", "on_time", "late")
        ]

    def test_a_broken_total_has_none(self) -> None:
        """A formula would put the right number in the place of the reported one."""
        assert "procedures.online.total.received" not in _formulas(_example())

    def test_a_blank_total_is_worked_out_from_its_details(self) -> None:
        """Column (12) may be blank, and its three kinds are there."""
        parts = _formulas(_example())["procedures.dossiers.total.pending_in_time"]
        assert [part.rpartition(".")[2] for part in parts] == [
            "pending_not_due",
            "paused_tax_notice",
            "paused_supplement",
        ]

    def test_a_blank_total_that_other_rules_contradict_has_none(self) -> None:
        """If the details do not fit the pending dossiers, nothing is worked out from them."""
        assert "procedures.dossiers.total.pending_in_time" not in _formulas(_with_total(_example(), pending=240))

    def test_a_total_that_must_not_be_blank_stays_blank(self) -> None:
        """Nobody's missing total is filled in."""
        assert "procedures.dossiers.total.received" not in _formulas(_with_total(_example(), received=None))

    def test_two_totals_that_contain_each_other(self) -> None:
        """Of two sums that go round in a circle only the first becomes a formula."""
        form = form_of(DossierRow)
        names = ("received", "resolved", "pending")
        cells = {name: Cell(place=Place(path=name, form=form.key, figure=name), form=form, value=0) for name in names}
        relations = [
            PlacedRelation(
                name=lead,
                rule=DOS_005,
                form=form,
                left=(Addend(1, (lead,)),),
                operator="==",
                right=tuple(Addend(1, (part,)) for part in parts),
            )
            for lead, *parts in (("received", "resolved", "pending"), ("resolved", "received", "pending"))
        ]
        system = System(day=date(2021, 12, 14), cells=cells, relations=relations)
        assert list(formulas_of(system, check_system(system))) == ["received"]

    def test_no_formula_rests_on_itself(self) -> None:
        """Following formulas from cell to cell always ends."""
        zeros: dict[str, Any] = {
            name: 0 for name, figure in form_of(DossierRow).figures.items() if figure.can_be_summed
        }
        row = DossierRow(**zeros)
        report = _example()
        procedures = report.procedures.revise(dossiers=LevelTable(district=row, commune=row, total=row))
        formulas = _formulas(report.revise(procedures=procedures))

        def depth(path: str, seen: tuple[str, ...] = ()) -> int:
            assert path not in seen
            return 1 + max((depth(part, (*seen, path)) for part in formulas.get(path, [])), default=0)

        assert max(depth(path) for path in formulas) > 1
