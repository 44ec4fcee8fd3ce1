"""Reading a filled form against python-calamine alone, as a ratio of medians measured in turn.

The layout of a form is laid out once a process and kept; both sides are warm.
"""

from __future__ import annotations

from io import BytesIO

from bench import EXAMPLE, compare, peak, wide
from openpyxl import load_workbook as load_with_openpyxl
from python_calamine import load_workbook

from cchc_core import Report, load, read
from cchc_core.plugins import TemplateJob, find_plugins, write_template


def alone(content: bytes) -> list[object]:
    """Read all values of all sheets with python-calamine, and make nothing of them."""
    with load_workbook(BytesIO(content)) as workbook:
        return [workbook.get_sheet_by_name(name).to_python() for name in workbook.sheet_names]
