"""What was found: every installed plugin with its state, and all that they registered."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any, TypeVar

from attrs import field, frozen

from cchc_core.checks import AS_SHIPPED, RULE_BOOK, CheckResult, RuleBook, Settings, check
from cchc_core.conditions import CONDITIONS, KNOWN_DOCUMENTS, Condition, Context, KnownDocument
from cchc_core.errors import PluginError, UnknownNameError
from cchc_core.forms import Catalogue
from cchc_core.plugins.calling import called
from cchc_core.plugins.hooks import Exporter, Reader
from cchc_core.report import AgencyRegister, Calendar, Report

__all__ = ["Plugin", "PluginStatus", "Plugins", "label_for"]

N = TypeVar("N")


class PluginStatus(Enum):
    """What became of an installed plugin."""

    ACTIVE = "active"
    FAULTY = "faulty"
    FAILED = "failed"
    BLOCKED = "blocked"


@frozen(kw_only=True)
class Plugin:
    """One installed plugin, and what became of it.

    Args:
        name: Name of its entry point.
        package: The package that brings it; empty if that is not known.
        version: Version of the package.
        module: What its entry point names.
        status: Active; faulty, if it works but for what its problems say; failed, if nothing of it works; blocked.
        registered: Names of what it registered, by what they are: ``exporters``, ``readers``, ``forms``, ``rules``,
            ``calendars``, ``agencies``, ``documents``.
        problems: What went wrong.
    """

    name: str
    package: str
    version: str
    module: str
    status: PluginStatus
    registered: Mapping[str, tuple[str, ...]]
    problems: tuple[PluginError, ...] = ()

    @property
    def label(self) -> str:
        """Name, package and version, as messages name it."""
        return label_for(self.name, self.package, self.version, self.module)


@frozen(kw_only=True, repr=False)
class Plugins:
    """What the installed plugins registered, the library's own first.

    Args:
        exporters: Exporters by name.
        calendars: Calendars by name.
        readers: Readers by name.
        catalogue: The forms.
        conditions: The rules that are functions.
        agencies: Registers of agencies.
        documents: Documents whose dates and repeals are known.
        installed: Every plugin that is installed, and what became of it.
        problems: What went wrong, each with package and version of the plugin.
    """

    exporters: Mapping[str, Exporter]
    calendars: Mapping[str, Calendar]
    readers: Mapping[str, Reader] = field(factory=dict)
    catalogue: Catalogue = RULE_BOOK.catalogue
    conditions: tuple[Condition[Any], ...] = CONDITIONS
    agencies: tuple[AgencyRegister, ...] = ()
    documents: tuple[KnownDocument, ...] = KNOWN_DOCUMENTS
    installed: tuple[Plugin, ...] = ()
    problems: tuple[PluginError, ...] = ()

    def __repr__(self) -> str:
        """Count what there is, for it is a lot."""
        kinds = {
            "exporters": self.exporters,
            "readers": self.readers,
            "forms": self.catalogue.forms,
            "rules": self.book.rules,
            "problems": self.problems,
        }
        return f"<Plugins: {', '.join(f'{len(each)} {kind}' for kind, each in kinds.items())}>"

    @property
    def book(self) -> RuleBook:
        """Every rule, those of plugins included."""
        return RuleBook(self.catalogue, self.conditions)

    def context_of(self, report: Report) -> Context:
        """Give what the rules that are functions may know beside a report."""
        return Context(
            day=report.period.end, documents=self.documents, calendars=self.calendars, agencies=self.agencies
        )

    def check(
        self, report: Report, *, settings: Settings = AS_SHIPPED, cells: Mapping[str, str] | None = None
    ) -> CheckResult:
        """Check a report by every rule there is, those of plugins included, and with all that plugins know.

        Args:
            report: The report.
            settings: What the site changes about the rules.
            cells: Sheet and cell that its figures were read from, as a `Reading` has them.

        >>> from cchc_core import find_plugins, load
        >>> find_plugins().check(load("examples/dinh-hoa-2021.json"))
        <CheckResult: 5 errors, 26 warnings, 4 notes; 2 causes>
        """
        context = self.context_of(report)
        return check(report, settings=settings, conditions=self.conditions, context=context, cells=cells)

    def exporter(self, name: str) -> Exporter:
        """Give an exporter by name.

        Raises:
            UnknownNameError: If there is none; it names those there are.
        """
        return _get(self.exporters, "exporter", name)

    def label_of(self, what: str, name: str) -> str:
        """Give name, package and version of the plugin that registered something; its own name if none did.

        Args:
            what: What it is: ``exporters``, ``readers``.
            name: Its name.
        """
        return next((each.label for each in self.installed if name in each.registered.get(what, ())), name)

    def reader_of(self, content: bytes) -> Reader | None:
        """Give the reader that knows a file by its content; ``None`` if none does.

        Raises:
            PluginError: If a reader fails at telling whether it does, and no other one knows the file.
        """
        failures: list[PluginError] = []
        for each in self.readers.values():
            try:
                if called(self.label_of("readers", each.name), "accept", each.accepts, content, bool):
                    return each
            except PluginError as error:
                failures.append(error)
        if failures:
            raise failures[0]
        return None

    def calendar(self, name: str) -> Calendar:
        """Give a calendar by name.

        Raises:
            UnknownNameError: If there is none; it names those there are.
        """
        return _get(self.calendars, "calendar", name)


def label_for(name: str, package: str, version: str, module: str) -> str:
    """Name a plugin with its package and version, or with its module where these are not known."""
    return f"{name} ({package} {version})" if package else f"{name} ({module})"


def _get(found: Mapping[str, N], kind: str, name: str) -> N:
    if name not in found:
        raise UnknownNameError(kind, name, sorted(found))
    return found[name]
