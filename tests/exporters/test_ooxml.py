"""Every workbook is held against the schemas of Office Open XML."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from cchc_core import Report, check, read
from cchc_core.plugins import AnnotateJob, ExportJob, TemplateJob
from cchc_exporters.template.plugin import cchc_register_readers
from cchc_exporters.xlsx import render

pytestmark = pytest.mark.unmeasured

(READER,) = cchc_register_readers()
assert READER.template is not None
assert READER.annotate is not None
template, annotate = READER.template, READER.annotate


def _appendices(report: Report) -> bytes:
    return render(ExportJob(report=report, result=check(report)))


def _blank(_: Report) -> bytes:
    return template(TemplateJob())


def _filled(report: Report) -> bytes:
    return template(TemplateJob(report=report))


def _annotated(report: Report) -> bytes:
    content = _filled(report)
    reading = read(content)
    result = check(reading.report, cells=reading.cells)
    return annotate(AnnotateJob(content=content, reading=reading, result=result))


def _complaints(path: Path) -> list[str]:
    result = OpenXmlValidator().validate(path)
    return [f"{error.part_uri}: {error.description}" for error in result.errors]


@pytest.mark.parametrize("make", [_appendices, _blank, _filled, _annotated])
def test_it_keeps_to_the_schemas(make: Callable[[Report], bytes], example: Report, tmp_path: Path) -> None:
    path = tmp_path / "sach.xlsx"
    path.write_bytes(make(example))
    assert _complaints(path) == []
