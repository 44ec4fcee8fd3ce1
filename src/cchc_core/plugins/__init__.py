"""Plugins: the hooks they implement, and finding them."""

from cchc_core.plugins.hooks import Exporter, ExportJob, hookimpl
from cchc_core.plugins.manager import Plugins, find_plugins, render

__all__ = ["ExportJob", "Exporter", "Plugins", "find_plugins", "hookimpl", "render"]
