"""HTML: the report as one page that stands alone, for the screen, the phone and paper."""

from cchc_exporters.html.exporter import cchc_register_exporters, render
from cchc_exporters.html.options import HtmlOptions

__all__ = ["HtmlOptions", "cchc_register_exporters", "render"]
