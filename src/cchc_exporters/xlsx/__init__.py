"""Excel: the appendices of the report as one workbook, live underneath."""

from cchc_exporters.xlsx.plugin import XlsxOptions, cchc_register_exporters, render

__all__ = ["XlsxOptions", "cchc_register_exporters", "render"]
