"""An officer's own workbook given back with what was found written into it, and otherwise as it was."""

from cchc_exporters.template.annotate.annotating import annotate

__all__ = ["annotate"]
