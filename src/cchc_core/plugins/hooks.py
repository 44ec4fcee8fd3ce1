"""The plugin author's page: what a plugin may register, and what it is given.

A plugin is a module named by an entry point of the group ``cchc``::

    [project.entry-points.cchc]
    csv = "my_package.csv_exporter"

It implements any of the hooks below. Hooks only register; afterwards the registered functions are
called with one frozen argument, so that new facts become new attributes and break no plugin. The
exporters, forms, rules and calendars that come with the library are registered in the same way.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import pluggy
from attrs import field, frozen
from attrs.validators import deep_iterable, instance_of, is_callable, matches_re, min_len, optional

from cchc_core.checks import CheckResult
from cchc_core.conditions import Condition, KnownDocument
from cchc_core.errors import Fault
from cchc_core.forms import Record
from cchc_core.plugins.options import OptionSpec, specs_of
from cchc_core.report import Agency, AgencyRegister, Calendar, Period, Report
from cchc_core.words import Language

__all__ = [
    "PROJECT",
    "AnnotateJob",
    "ExportJob",
    "Exporter",
    "Reader",
    "Reading",
    "TemplateJob",
    "cchc_register_agencies",
    "cchc_register_calendars",
    "cchc_register_documents",
    "cchc_register_exporters",
    "cchc_register_forms",
    "cchc_register_readers",
    "cchc_register_rules",
    "hookimpl",
]

PROJECT = "cchc"
"""Name of the plugin system, and of the entry point group."""

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)
"""Marks a function of a plugin as an implementation of one of the hooks below."""

Options = TypeVar("Options")


@frozen(kw_only=True)
class ExportJob:
    """Everything an exporter needs, and all it may look at.

    Args:
        report: The report, as reported; an exporter repairs nothing.
        result: What the check found; an exporter marks the broken figures by it.
        lang: Language of findings and of the exporter's own words.
        options: An instance of the exporter's options class; ``None`` for its defaults, or if it has none.
    """

    report: Report
    result: CheckResult
    lang: Language = "vi"
    options: object = None

    def options_as(self, cls: type[Options]) -> Options:
        """Give the options as an instance of the exporter's options class.

        Raises:
            TypeError: If the job was made with the options of another exporter.
        """
        if self.options is None:
            return cls()
        if not isinstance(self.options, cls):
            raise TypeError(f"options must be {cls.__name__}, not {type(self.options).__name__}")
        return self.options


def _is_options_class(_exporter: object, _attribute: object, cls: type[Any] | None) -> None:
    specs_of(cls)


@frozen(kw_only=True)
class Exporter:
    """A file format a report can be written in.

    Args:
        name: Name on the command line, lower case.
        suffix: Suffix of its files, with the dot.
        media_type: Media type of its files.
        title: What it writes, in Vietnamese.
        render: Pure function from a job to the bytes of the file: no clock, no files, no environment.
        options: Frozen attrs class of its options, each declared with `option`, if it has any.

    Raises:
        DeclarationError: If the options class is not declared as it should be.
    """

    name: str = field(validator=matches_re(r"[a-z][a-z0-9-]*"))
    suffix: str = field(validator=matches_re(r"\.[A-Za-z0-9.]+"))
    media_type: str = field(validator=instance_of(str))
    title: str = field(validator=instance_of(str))
    render: Callable[[ExportJob], bytes] = field(validator=is_callable())
    options: type[Any] | None = field(default=None, validator=_is_options_class)

    @property
    def option_specs(self) -> tuple[OptionSpec, ...]:
        """Its options, in the order in which the class declares them."""
        return specs_of(self.options)


@frozen(kw_only=True)
class Reading:
    """A report as it was read from a file, and where each of its figures stands there.

    Args:
        report: The report.
        cells: Where a figure stands in the file, by its path: ``Phụ lục II!H12``; blank figures too.
        notices: What a reader of the report must know and what does not touch its figures.
    """

    report: Report
    cells: Mapping[str, str] = field(factory=dict)
    notices: tuple[Fault, ...] = ()


@frozen(kw_only=True)
class TemplateJob:
    """What a blank form to fill in is to hold.

    Args:
        forms: Keys of the forms wanted; none for the whole report.
        tables: Kinds of tables wanted of them: ``level``, ``field``, ``agency``; none for those usual.
        rows: How many rows a table by field or by agency has room for.
        agency: Who reports, if it is known already.
        period: On which period, if it is known already.
        report: A report whose figures are filled in already.
        lang: Language of messages to whoever fills it in; the form itself is Vietnamese.
    """

    forms: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    rows: int = 30
    agency: Agency | None = None
    period: Period | None = None
    report: Report | None = None
    lang: Language = "vi"


@frozen(kw_only=True)
class AnnotateJob:
    """A file that was read and checked, to be given back with what was found written into it.

    Args:
        content: The file as it came.
        reading: What was read from it.
        result: What the check found.
        lang: Language of the comments.
    """

    content: bytes
    reading: Reading
    result: CheckResult
    lang: Language = "vi"


@frozen(kw_only=True)
class Reader:
    """A file format that reports are read from; its functions are pure, as those of exporters are.

    Args:
        name: Name on the command line, lower case.
        suffixes: Suffixes of its files, with the dot; by them they are found in folders.
        media_type: Media type of its files.
        title: What it reads, in Vietnamese.
        accepts: Tells by its content whether a file is of this format, even a broken one.
        read: Reads a report; raises `ReadError` with every fault.
        template: Writes a blank form that ``read`` reads once it is filled in, if the format has such.
        annotate: Gives a file back with findings written at their figures, if the format can hold them.
    """

    name: str = field(validator=matches_re(r"[a-z][a-z0-9-]*"))
    suffixes: tuple[str, ...] = field(
        validator=[min_len(1), deep_iterable(matches_re(r"\.[A-Za-z0-9.]+"), instance_of(tuple))]
    )
    media_type: str = field(validator=instance_of(str))
    title: str = field(validator=instance_of(str))
    accepts: Callable[[bytes], bool] = field(validator=is_callable())
    read: Callable[[bytes], Reading] = field(validator=is_callable())
    template: Callable[[TemplateJob], bytes] | None = field(default=None, validator=optional(is_callable()))
    annotate: Callable[[AnnotateJob], bytes] | None = field(default=None, validator=optional(is_callable()))


@hookspec
def cchc_register_exporters() -> list[Exporter]:  # type: ignore[empty-body]
    """Give the exporters of the plugin."""


@hookspec
def cchc_register_readers() -> list[Reader]:  # type: ignore[empty-body]
    """Give the file formats that the plugin reads reports from."""


@hookspec
def cchc_register_forms() -> list[type[Record]]:  # type: ignore[empty-body]
    """Give the record classes of the plugin's own forms; a report carries their records as annexes.

    They are found by key and day, as those of the library are; two forms of one key never share a day.
    """


@hookspec
def cchc_register_rules() -> list[Condition[Any]]:  # type: ignore[empty-body]
    """Give rules that are functions, on reports or on records of any form; relations stand in forms."""


@hookspec
def cchc_register_calendars() -> list[Calendar]:  # type: ignore[empty-body]
    """Give the reporting calendars of the plugin, for offices that close their figures on other days."""


@hookspec
def cchc_register_agencies() -> list[AgencyRegister]:  # type: ignore[empty-body]
    """Give registers of reporting agencies with their codes, by which rule DOC-008 and templates know them."""


@hookspec
def cchc_register_documents() -> list[KnownDocument]:  # type: ignore[empty-body]
    """Give documents whose dates and repeals the plugin knows, each with its source, for the rules on citations."""
