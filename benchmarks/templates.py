"""Reading a filled form: against python-calamine alone on the same bytes, and against openpyxl.

The layout of a form is laid out once a process and kept, so it is not measured again for each file.
"""

from __future__ import annotations

from io import BytesIO

from bench import EXAMPLE, compare, peak, wide
from openpyxl import load_workbook as load_with_openpyxl
from python_calamine import load_workbook

from cchc_core import Report, load, read
from cchc_core.plugins import TemplateJob, find_plugins


def filled(report: Report) -> bytes:
    """Write a form that a report is filled into."""
    template = find_plugins().readers["template"].template
    assert template is not None
    return template(TemplateJob(report=report))


def alone(content: bytes) -> list[object]:
    """Read every value of every sheet with python-calamine, and make nothing of them."""
    workbook = load_workbook(BytesIO(content))
    return [workbook.get_sheet_by_name(name).to_python() for name in workbook.sheet_names]


def with_openpyxl(content: bytes) -> list[object]:
    """Read every value of every sheet with openpyxl, as it reads fastest."""
    workbook = load_with_openpyxl(BytesIO(content), read_only=True)
    return [list(sheet.values) for sheet in workbook]


def main() -> None:
    """Print one line a measurement."""
    plugins = find_plugins()
    example = load(EXAMPLE)
    for name, report in (("the example", example), ("300 fields", wide(example))):
        content = filled(report)
        assert read(content, plugins).report.procedures == report.procedures

        def ours(content: bytes = content) -> object:
            return read(content, plugins)

        compare(f"read a form, {name}", ours, "python-calamine", lambda content=content: alone(content))
        compare(f"read a form, {name}", ours, "openpyxl", lambda content=content: with_openpyxl(content))
    peak("memory: read a form, 300 fields", ours)


if __name__ == "__main__":
    main()
