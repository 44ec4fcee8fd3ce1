"""Markdown: the report as a document in administrative Vietnamese, with what the check found."""

from cchc_exporters.markdown.exporter import cchc_register_exporters, render

__all__ = ["cchc_register_exporters", "render"]
