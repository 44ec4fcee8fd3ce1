"""A report filled into a form reads back as it was: every figure with its decimals, every blank, every fact."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import pytest
from attrs import evolve
from hypothesis import given, settings

from cchc_core import Report, form_of, read
from cchc_core.forms import AgencyRow, AgencyTable, FieldRow, FieldTable, LevelTable
from cchc_core.plugins import TemplateJob
from cchc_core.testing import any_reports
from cchc_exporters.template.form.info import fields_of, value_at
from cchc_exporters.template.writing.write import write

pytestmark = pytest.mark.unmeasured

Recalculate = Callable[[dict[str, bytes]], dict[str, bytes]]
KINDS = ("level", "field", "agency")
_NO_FILE_HOLDS = "\ufffe\uffff"


def _held(value: Any) -> Any:
    """Give what a workbook can hold of a report: no text with characters that are in no XML, nothing nameless."""
    if isinstance(value, str):
        return "".join(each for each in value if each not in _NO_FILE_HOLDS)
    if isinstance(value, tuple):
        return tuple(_held(each) for each in value)
    if attrs.has(type(value)):
        return evolve(value, **{field.name: _held(getattr(value, field.name)) for field in attrs.fields(type(value))})
    return value


def _is_blank(record: Any) -> bool:
    return record is None or all(getattr(record, name) is None for name in form_of(record).figures)


def _without_empty_rows(table: Any) -> Any:
    """Give a table without the rows in which nothing stands: no form can hold one."""
    if isinstance(table, LevelTable):
        rows = {field.name: getattr(table, field.name) for field in attrs.fields(LevelTable)}
        return LevelTable(**{name: None if _is_blank(row) else row for name, row in rows.items()})
    total = None if _is_blank(table.total) else table.total
    if isinstance(table, FieldTable):
        return FieldTable(fields=tuple(row for row in table.fields if not _is_empty(row, row.field)), total=total)
    return AgencyTable(agencies=table.agencies, total=total)


def _is_empty(row: FieldRow[Any] | AgencyRow[Any], label: str) -> bool:
    return not label.strip() and row.number is None and _is_blank(row.figures)


def _expected(report: Report) -> dict[str, Any]:
    """Give everything that a form of all areas and tables holds of a report."""
    held: dict[str, Any] = {each.path: value_at(report, each.path) for each in fields_of(None)}
    for area, part in form_of(Report).nested.items():
        record = getattr(report, area)
        form = form_of(part.record)
        for name in form.figures:
            held[f"{area}.{name}"] = getattr(record, name)
        for name, nested in form.nested.items():
            if nested.is_table:
                held[f"{area}.{name}"] = _without_empty_rows(getattr(record, name))
    return held


def _named(report: Report) -> Report:
    """Give the agency a name, without which there is no report."""
    return report.revise(agency=evolve(report.agency, name=f"UBND {report.agency.name}"))


@settings(max_examples=12)
@given(any_reports().map(_held).map(_named))
def test_a_report_filled_into_a_form_reads_back_as_it_was(report: Report) -> None:
    """Contradictions, open figures, printed decimals, hostile labels and blanks included; no float in between."""
    reading = read(write(TemplateJob(report=report, tables=KINDS, rows=3)))
    expected, found = _expected(report), _expected(reading.report)
    assert repr(expected) == repr(found)
    assert expected == found
    assert {notice.kind for notice in reading.notices} <= {"template_blank"}
    for path in _paths(reading.report):
        assert path in reading.cells


def _paths(report: Report) -> list[str]:
    """Give the path of every figure of the rows of a report."""
    return [
        f"{area}.{name}.{row.step}.{figure}"
        for area, part in form_of(Report).nested.items()
        for name, nested in form_of(part.record).nested.items()
        if nested.is_table
        for row in getattr(getattr(report, area), name).rows()
        for figure in form_of(row.record).figures
    ]


def test_the_real_report_reads_back_as_it_was(example: Report) -> None:
    """All that a form asks for; what is said in words, and what is cited, a form does not hold."""
    found = read(write(TemplateJob(report=example))).report
    words = {name: getattr(found, name) for name in ("narrative", "citations", "titles", "stated_days")}
    assert example.revise(**words) == found


@pytest.mark.libreoffice
def test_a_form_that_libreoffice_saved_reads_back_as_it_was(recalculate: Recalculate, example: Report) -> None:
    """Another program writes formulas, texts and numbers in its own way, and they mean the same."""
    drawn = {f"drawn{number}": report for number, report in enumerate(_drawn(6))} | {"example": example}
    forms = {name: write(TemplateJob(report=report, tables=KINDS, rows=3)) for name, report in drawn.items()}
    for name, content in recalculate(forms).items():
        reading = read(content)
        assert repr(_expected(drawn[name])) == repr(_expected(reading.report))
        assert {notice.kind for notice in reading.notices} <= {"template_blank"}


def _drawn(number: int) -> list[Report]:
    """Draw reports whose texts another program keeps as they are: it may drop characters that nobody sees."""
    found: list[Report] = []

    @settings(max_examples=number)
    @given(any_reports().map(_held).map(_named).map(_visible))
    def draw(report: Report) -> None:
        found.append(report)

    draw()
    return found[:number]


def _visible(value: Any) -> Any:
    if isinstance(value, str):
        return "".join(each for each in value if each.isprintable())
    if isinstance(value, tuple):
        return tuple(_visible(each) for each in value)
    if attrs.has(type(value)):
        return evolve(
            value, **{field.name: _visible(getattr(value, field.name)) for field in attrs.fields(type(value))}
        )
    return value
