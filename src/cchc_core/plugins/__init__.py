"""Plugins: the hooks they implement, and finding them."""

from cchc_core.plugins.hooks import AnnotateJob, Exporter, ExportJob, Reader, Reading, TemplateJob, hookimpl
from cchc_core.plugins.manager import Plugins, called, find_plugins, render

__all__ = [
    "AnnotateJob",
    "ExportJob",
    "Exporter",
    "Plugins",
    "Reader",
    "Reading",
    "TemplateJob",
    "called",
    "find_plugins",
    "hookimpl",
    "render",
]
