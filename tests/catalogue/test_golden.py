"""Every figure of the real report, set down by hand from its text, against the example that is shipped."""

from __future__ import annotations

import csv
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from cchc_core import CATALOGUE, OpenBound, Report, Status, check, form_of
from cchc_core.checks import system_of
from cchc_core.numbers import percent_of
from example_for_tests import example

with Path(__file__).with_name("golden.csv").open(encoding="utf-8") as file:
    GOLDEN = list(csv.DictReader(file))

NOT_PRINTED = {f"procedures.dossiers.{row}.pending_in_time" for row in ("district", "commune", "total")}
"""Column (12) stands in no line of the text; its parts S10 to S12 do."""


def _value(path: str) -> Any:
    value: Any = example()
    for step in path.split("."):
        value = getattr(value, step)
    return value


def _written(value: Any) -> str:
    if isinstance(value, OpenBound):
        return f"{value.word.value} {value.value}"
    return "" if value is None else str(value)


@pytest.mark.parametrize("line", GOLDEN, ids=lambda line: f"{line['id']}-{line['path']}")
def test_the_example_holds_what_the_report_prints(line: dict[str, str]) -> None:
    """Every figure of the text has its place, its value, and a blank where nothing is printed."""
    assert line["value"] == _written(_value(line["path"]))


def test_every_figure_of_the_text_is_set_down() -> None:
    """S01 to S19 and F01 to F50, none left out."""
    expected = {f"S{number:02d}" for number in range(1, 20)} | {f"F{number:02d}" for number in range(1, 51)}
    assert expected == {line["id"] for line in GOLDEN}


def test_the_example_holds_nothing_else() -> None:
    """No cell of the example is without a line in the text, but for blanks: optional figures, and indicators."""
    cells = system_of(example()).cells
    may_be_absent = {path for path, cell in cells.items() if cell.figure().optional or cell.figure().line}
    stated = {path for path, cell in cells.items() if cell.value is not None or path not in may_be_absent}
    assert {line["path"] for line in GOLDEN} | NOT_PRINTED == stated


def test_money_and_shares_are_exact_decimals() -> None:
    """Money and percentages are decimals, counts are whole numbers; there is no float."""
    types = {type(cell.value) for cell in system_of(example()).cells.values()}
    assert {int, Decimal, OpenBound, type(None)} == types


@pytest.mark.parametrize("form", CATALOGUE.forms, ids=lambda form: form.key)
def test_every_figure_is_declared_completely(form: Any) -> None:
    """Each has a Vietnamese label, a unit, and, outside tables, the level it speaks of."""
    in_tables = {declared.record for each in CATALOGUE for declared in each.nested.values() if declared.is_table}
    for figure in form.figures.values():
        assert figure.label
        assert figure.unit
        assert (figure.level is None) == (form.record in in_tables), figure
    labels = [figure.label for figure in form.figures.values()]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize("form", CATALOGUE.forms, ids=lambda form: form.key)
def test_every_form_cites_its_source(form: Any) -> None:
    """Title, instrument and date in force; nothing is called verified that was not read."""
    assert form.title
    assert form.source.instrument.issued == form.in_force.start
    assert not form.source.verified


@pytest.mark.parametrize(
    ("path", "percent"),
    [
        ("procedures.dossiers.total.on_time_share", "99.93"),
        ("procedures.dossiers.district.on_time_share", "99.95"),
        ("procedures.dossiers.commune.on_time_share", "99.93"),
        ("procedures.dossiers.total.early_share", "97.66"),
        ("procedures.dossiers.district.early_share", "91.94"),
        ("procedures.dossiers.commune.early_share", "97.92"),
        ("procedures.dossiers.total.late_share", "0.07"),
        ("procedures.dossiers.district.late_share", "0.05"),
        ("procedures.dossiers.commune.late_share", "0.07"),
        ("procedures.dossiers.total.online_share", "21.28"),
        ("procedures.dossiers.district.online_share", "28.18"),
        ("procedures.dossiers.commune.online_share", "20.96"),
        ("procedures.commune_dossier_share", "95.52"),
        ("procedures.online.total.late_share", "0.07"),
        ("procedures.online.commune.late_share", "0.08"),
        ("procedures.offline_late_share", "0.07"),
        ("procedures.dossiers.total.exactly_on_time_share", "2.27"),
        ("procedures.online_procedure_share", "87.32"),
        ("procedures.standard_premises_share", "60.87"),
        ("civil_service.quota_use", "95.29"),
        ("civil_service.employees_quota_use", "99.44"),
        ("civil_service.reduction_plan_share", "18.91"),
        ("direction.plan_completion", "95.45"),
    ],
)
def test_the_shares_nobody_printed(path: str, percent: str) -> None:
    """What the report leaves to the reader is derived exactly and rounded half up."""
    share = _value(path)
    assert isinstance(share, Fraction)
    assert percent == str(percent_of(share))


RELATIONS: dict[str, list[tuple[str, str, int]]] = {
    "R01-R12, R17": [("LVL-001", "dossiers_sum", 14), ("LVL-001", "online_sum", 5)],
    "R13": [("DOS-002", "received_by_origin", 3)],
    "R14": [("DOS-003", "resolved_by_term", 3)],
    "R15": [("DOS-004", "pending_by_term", 3), ("DOS-007", "in_time_by_kind", 3)],
    "R16": [("DOS-005", "received_by_state", 3)],
    "R18": [("LVL-001", "online_sum", 5)],
    "R19, R20": [("ONL-001", "received_by_outcome", 3)],
    "R21": [("ONL-002", "online_received_agrees", 3)],
    "R22": [
        ("ONL-003", "online_early_within_all", 3),
        ("ONL-003", "online_on_time_within_all", 3),
        ("ONL-003", "online_late_within_all", 3),
        ("ONL-003", "online_pending_within_all", 3),
    ],
    "R23": [("ONL-004", "offline_residual", 3)],
    "R24": [("ONL-008", "postal_within_received", 1)],
    "R25": [
        ("ARE-001", "plan_by_state", 1),
        ("ARE-002", "tasks_by_level", 1),
        ("ARE-002", "district_tasks_agree", 1),
    ],
    "R26": [("ARE-019", "proposed_within_recognised", 1)],
    "R27": [
        ("ARE-006", "admin_by_type", 1),
        ("ARE-005", "reviewed_by_level", 1),
        ("ARE-007", "simplified_within_reviewed", 1),
        ("ARE-007", "reviewed_within_total", 1),
    ],
    "R28": [
        ("ONL-005", "online_within_total", 1),
        ("ARE-007", "interlinked_within_total", 1),
        ("ARE-007", "interlinked_fields_within_fields", 1),
    ],
    "R29": [
        ("ARE-015", "premises_by_class", 1),
        ("ARE-015", "not_separate_by_class", 1),
        ("LVL-008", "communes_agree", 1),
    ],
    "R30": [("ARE-020", "renamed_by_kind", 1)],
    "R31": [("ARE-016", "nonspecialists_within_norm", 1)],
    "R32": [("ARE-009", "present_within_quota", 1), ("ARE-009", "employees_within_quota", 1)],
    "R33": [
        ("ARE-010", "present_by_qualification", 1),
        ("ARE-010", "employees_by_qualification", 1),
        ("ARE-012", "service_units_by_field", 1),
    ],
    "R34": [
        ("ARE-011", "leaders_within_present", 1),
        ("ARE-011", "employee_leaders_within_present", 1),
        ("ARE-011", "evaluated_within_leaders", 1),
    ],
    "R35": [("ARE-013", "downsized_by_basis", 1), ("ARE-021", "reduced_within_downsized", 1)],
    "R36": [("ARE-014", "savings_by_kind", 1), ("ARE-014", "savings_by_level", 1)],
    "R37": [("ARE-014", "budget_by_item", 1)],
    "R38": [("ARE-022", "units_by_level", 1)],
    "W3": [
        ("ARE-004", "planned_communes_agree", 1),
        ("ARE-004", "planned_departments_agree", 1),
        ("ARE-004", "unannounced_communes_agree", 1),
    ],
}
"""The relations found in the text by hand: rule, name in its form, and at how many places it is applied."""

FAILING = {
    ("LVL-001", "online_sum"): ["procedures.online.total.received"],
    ("ONL-001", "received_by_outcome"): ["procedures.online.total.received"],
    ("ONL-002", "online_received_agrees"): ["procedures.online.total.received"],
    ("ARE-004", "unannounced_communes_agree"): ["civil_service.unannounced_communes"],
}
"""R18, R20, R21 and W3: the places at which the report contradicts itself."""


@pytest.mark.parametrize("name", RELATIONS)
def test_every_relation_of_the_text_is_checked(name: str) -> None:
    """Each is applied at every level printed, and holds but where the report contradicts itself."""
    outcomes = check(example()).outcomes
    for code, relation, places in RELATIONS[name]:
        found = [
            each
            for each in outcomes
            if (each.rule.code, each.relation) == (code, relation) and each.status is not Status.NOT_APPLICABLE
        ]
        failed = [each.place.path for each in found if each.status is Status.FAILED]
        assert places == len(found)
        assert FAILING.get((code, relation), []) == failed


def test_no_relation_of_the_text_is_forgotten() -> None:
    """R01 to R38 all have their rules."""
    numbers: set[int] = set()
    for name in RELATIONS:
        for each in name.split(", "):
            first, _, last = each.replace("R", "").partition("-")
            if first.isdigit():
                numbers |= set(range(int(first), int(last or first) + 1))
    assert set(range(1, 39)) == numbers


def test_the_report_is_the_root_of_every_form() -> None:
    """Every form of the catalogue is reached from the report."""
    reached = {Report}
    waiting = [Report]
    while waiting:
        records = {declared.record for declared in form_of(waiting.pop()).nested.values()} - reached
        reached |= records
        waiting += records
    assert {form.record for form in CATALOGUE} == reached
