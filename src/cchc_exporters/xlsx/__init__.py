"""Excel: the appendices of the report as one workbook, live underneath."""

from cchc_exporters.xlsx.workbook import cchc_register_exporters, render

__all__ = ["cchc_register_exporters", "render"]
