"""A report as lines and tables, the shape in which every exporter that prints it lays it out."""

from cchc_core.tables.printed import (
    HeaderCell,
    Line,
    PrintedTable,
    Section,
    TableRow,
    header_of,
    ratio_line,
    sections_of,
)
from cchc_core.tables.sums import Sums, formulas_of, is_plain_sum

__all__ = [
    "HeaderCell",
    "Line",
    "PrintedTable",
    "Section",
    "Sums",
    "TableRow",
    "formulas_of",
    "header_of",
    "is_plain_sum",
    "ratio_line",
    "sections_of",
]
