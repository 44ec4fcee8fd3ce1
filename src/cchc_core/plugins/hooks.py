"""The plugin author's page: what a plugin may register, and what it is given.

A plugin is a module named by an entry point of the group ``cchc``::

    [project.entry-points.cchc]
    csv = "my_package.csv_exporter"

It implements any of the hooks below. Hooks only register; afterwards the registered functions are
called with one frozen argument, so that new facts become new attributes and break no plugin. The
exporters that come with the library are registered in the same way.
"""

from __future__ import annotations

from collections.abc import Callable

import pluggy
from attrs import field, frozen
from attrs.validators import is_callable, matches_re

from cchc_core.checks import CheckResult
from cchc_core.conditions import KnownDocument
from cchc_core.report import Calendar, Report
from cchc_core.words import Language

__all__ = [
    "PROJECT",
    "ExportJob",
    "Exporter",
    "cchc_register_calendars",
    "cchc_register_documents",
    "cchc_register_exporters",
    "hookimpl",
]

PROJECT = "cchc"
"""Name of the plugin system, and of the entry point group."""

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)
"""Marks a function of a plugin as an implementation of one of the hooks below."""


@frozen(kw_only=True)
class ExportJob:
    """Everything an exporter needs, and all it may look at.

    Args:
        report: The report, as reported; an exporter repairs nothing.
        result: What the check found; an exporter marks the broken figures by it.
        lang: Language of findings and of the exporter's own words.
    """

    report: Report
    result: CheckResult
    lang: Language = "vi"


@frozen(kw_only=True)
class Exporter:
    """A file format a report can be written in.

    Args:
        name: Name on the command line, lower case.
        suffix: Suffix of its files, with the dot.
        media_type: Media type of its files.
        title: What it writes, in Vietnamese.
        render: Pure function from a job to the bytes of the file: no clock, no files, no environment.
    """

    name: str = field(validator=matches_re(r"[a-z][a-z0-9-]*"))
    suffix: str = field(validator=matches_re(r"\.[A-Za-z0-9.]+"))
    media_type: str
    title: str
    render: Callable[[ExportJob], bytes] = field(validator=is_callable())


@hookspec
def cchc_register_exporters() -> list[Exporter]:  # type: ignore[empty-body]
    """Give the exporters of the plugin."""


@hookspec
def cchc_register_calendars() -> list[Calendar]:  # type: ignore[empty-body]
    """Give the reporting calendars of the plugin, for offices that close their figures on other days."""


@hookspec
def cchc_register_documents() -> list[KnownDocument]:  # type: ignore[empty-body]
    """Give documents whose dates and repeals the plugin knows, each with its source, for the rules on citations."""
