"""Plugins: the hooks they implement, and finding them."""

from cchc_core.plugins.calling import called, render
from cchc_core.plugins.found import Plugin, Plugins, PluginStatus
from cchc_core.plugins.hooks import AnnotateJob, Exporter, ExportJob, Reader, Reading, TemplateJob, hookimpl
from cchc_core.plugins.manager import find_plugins
from cchc_core.plugins.options import OptionSpec, option, options_from_text

__all__ = [
    "AnnotateJob",
    "ExportJob",
    "Exporter",
    "OptionSpec",
    "Plugin",
    "PluginStatus",
    "Plugins",
    "Reader",
    "Reading",
    "TemplateJob",
    "called",
    "find_plugins",
    "hookimpl",
    "option",
    "options_from_text",
    "render",
]
