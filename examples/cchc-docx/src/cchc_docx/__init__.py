"""Word: the report as a document laid out by Nghị định số 30/2020/NĐ-CP."""

from cchc_docx.exporter import cchc_register_exporters, render
from cchc_docx.options import DocxOptions

__all__ = ["DocxOptions", "cchc_register_exporters", "render"]
