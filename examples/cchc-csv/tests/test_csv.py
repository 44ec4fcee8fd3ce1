"""The CSV exporter: what it writes, and that a spreadsheet cannot be led astray by it."""

from __future__ import annotations

import ast
import csv
import io
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import cchc_csv
from cchc_core import (
    ND09_2019,
    Agency,
    Direction,
    Document,
    DossierRow,
    ExportJob,
    FieldRow,
    FieldTable,
    OpenBound,
    OpenWord,
    PeriodKind,
    Procedures,
    PublicFinance,
    Report,
    Tier,
    check,
    find_plugins,
    load,
)
from cchc_core.testing.conformance import ExporterConformance
from cchc_csv import CSV, CsvOptions, render

EXAMPLE = Path(__file__).parents[2] / "dinh-hoa-2021.json"


def job_of(options: CsvOptions | None = None, **sections: Any) -> ExportJob:
    report = Report(
        agency=sections.pop("agency", Agency(name="Ủy ban nhân dân xã Phú Đình", tier=Tier.COMMUNE)),
        period=ND09_2019.period(PeriodKind.YEAR, 2021),
        document=Document(title=""),
        **sections,
    )
    return ExportJob(report=report, result=check(report), options=options)


def rows_of(content: bytes, separator: str = ",") -> dict[str, dict[str, str]]:
    reader = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=separator, strict=True)
    return {row["path"]: row for row in reader}


def test_it_is_found_by_its_entry_point() -> None:
    found = find_plugins()
    assert found.exporters["csv"].render is render
    assert not found.problems


def test_every_figure_of_the_example_stands_on_a_line_of_its_own() -> None:
    report = load(EXAMPLE)
    rows = rows_of(render(ExportJob(report=report, result=check(report))))
    assert rows["procedures.online.total.received"] == {
        "agency": "Ủy ban nhân dân huyện Định Hóa",
        "period": "năm 2021",
        "table": "Hồ sơ dịch vụ công trực tuyến mức độ 3, mức độ 4 theo cấp",
        "row": "Tổng số",
        "label": "Hồ sơ trực tuyến đã tiếp nhận",
        "unit": "hồ sơ",
        "path": "procedures.online.total.received",
        "value": "19024",
        "rules": "ONL-001 LVL-001 ONL-002",
    }
    assert {path for path, row in rows.items() if row["rules"]} >= {
        "direction.unannounced_communes",
        "civil_service.unannounced_communes",
    }


def test_values_are_as_reported_and_blanks_are_not_zero() -> None:
    rows = rows_of(
        render(
            job_of(
                direction=Direction(tasks_done=0, media_items=OpenBound(OpenWord.OVER, Decimal(200))),
                public_finance=PublicFinance(savings=Decimal("999999999999.90"), budget=Decimal(-5)),
            )
        )
    )
    values = {path: row["value"] for path, row in rows.items() if row["value"]}
    assert values == {
        "direction.tasks_done": "0",
        "direction.media_items": "trên 200",
        "public_finance.savings": "999999999999.90",
        "public_finance.budget": "-5",
    }
    assert rows["direction.tasks_planned"]["value"] == ""


@pytest.mark.parametrize("text", ['=HYPERLINK("http://localhost")', "+1", "-1", "@SUM(A1)"])
@pytest.mark.parametrize("before", ["", " ", "\t", "\r\n", "\x00", "\u202e"])
def test_no_text_is_a_formula(text: str, before: str) -> None:
    table = FieldTable(fields=(FieldRow(field=before + text, figures=DossierRow(received=1)),))
    content = render(
        job_of(agency=Agency(name=before + text, tier=Tier.COMMUNE), procedures=Procedures(dossiers_by_field=table))
    )
    (row,) = (row for row in rows_of(content).values() if row["value"])
    assert (row["agency"], row["row"]) == (f"'{text}", f"'{text}")


@pytest.mark.parametrize("text", ['a,b;c"d"', "x" * 300, "Đất đai", ""])
def test_text_is_read_back_as_it_was(text: str) -> None:
    content = render(job_of(CsvOptions(semicolons=True), agency=Agency(name=text, tier=Tier.COMMUNE)))
    assert {row["agency"] for row in rows_of(content, ";").values()} == {text}


def test_letters_are_composed() -> None:
    content = render(job_of(agency=Agency(name="Di\u0323nh Ho\u0301a", tier=Tier.COMMUNE)))
    assert {row["agency"] for row in rows_of(content).values()} == {"D\u1ecbnh H\u00f3a"}


def test_the_exporter_stays_as_short_as_the_documentation_says() -> None:
    text = Path(cchc_csv.__file__).read_text(encoding="utf-8")
    told = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)]
    docstrings = {node.body[0].lineno for node in told if ast.get_docstring(node)}
    assert len([number for number, line in enumerate(text.splitlines(), 1) if line and number not in docstrings]) < 30


class TestConformance(ExporterConformance):
    """All that the contract of exporters says."""

    exporter = CSV
