"""Finding plugins, and keeping one that fails from taking the others down."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib.metadata import EntryPoint, entry_points
from typing import Protocol, TypeVar

import pluggy
from attrs import field, frozen

from cchc_core.conditions import KNOWN_DOCUMENTS, KnownDocument
from cchc_core.errors import MissingExtraError, PluginError, ReadError, UnknownNameError
from cchc_core.plugins import hooks
from cchc_core.plugins.hooks import PROJECT, Exporter, ExportJob, Reader
from cchc_core.report import CALENDARS, Calendar

__all__ = ["Plugins", "called", "find_plugins", "render"]


class _Named(Protocol):
    @property
    def name(self) -> str: ...


N = TypeVar("N", bound=_Named)
G = TypeVar("G")
R = TypeVar("R")

_PREFIX = "cchc_register_"


@frozen(kw_only=True)
class Plugins:
    """What the installed plugins registered.

    Args:
        exporters: Exporters by name.
        calendars: Calendars by name, those of the library first.
        readers: Readers by name.
        documents: Documents whose dates and repeals are known, those of the library first.
        problems: Plugins that could not be used, each named with its package and version.
    """

    exporters: Mapping[str, Exporter]
    calendars: Mapping[str, Calendar]
    readers: Mapping[str, Reader] = field(factory=dict)
    documents: tuple[KnownDocument, ...] = KNOWN_DOCUMENTS
    problems: tuple[PluginError, ...] = ()

    def exporter(self, name: str) -> Exporter:
        """Give an exporter by name.

        Raises:
            UnknownNameError: If there is none; it names those there are.
        """
        return _get(self.exporters, "exporter", name)

    def reader_of(self, content: bytes) -> Reader | None:
        """Give the reader that knows a file by its content; ``None`` if none does.

        Raises:
            PluginError: If a reader fails at telling whether it does.
        """
        readers = self.readers.values()
        return next((each for each in readers if called(each.name, "accept", each.accepts, content, bool)), None)

    def calendar(self, name: str) -> Calendar:
        """Give a calendar by name.

        Raises:
            UnknownNameError: If there is none; it names those there are.
        """
        return _get(self.calendars, "calendar", name)


def find_plugins(points: Iterable[EntryPoint] | None = None) -> Plugins:
    """Load the plugins that are installed.

    Args:
        points: Entry points to load instead of those of the group ``cchc``.

    Returns:
        What they registered. Whatever fails is among the problems, and the rest works.

    >>> sorted(find_plugins().exporters)
    ['json', 'markdown', 'xlsx']
    """
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(hooks)
    problems: list[PluginError] = []
    if points is None:
        points = entry_points(group=PROJECT)
    labels: dict[str, str] = {}
    for point in sorted(points, key=_ours_first):
        label = _label(point)
        try:
            name = manager.register(point.load(), name=point.name)
        except Exception as error:  # noqa: BLE001 - whatever a foreign module raises is reported, none is fatal
            problems.append(PluginError(label, "import", _reason(error)))
            continue
        labels[str(name)] = label
        problems += _misspelt(manager, str(name), label)
    exporters, more = _collected(manager, "cchc_register_exporters", Exporter, labels)
    readers, besides = _collected(manager, "cchc_register_readers", Reader, labels)
    calendars, others = _collected(manager, "cchc_register_calendars", Calendar, labels, CALENDARS)
    documents, rest = _collected(manager, "cchc_register_documents", KnownDocument, labels, KNOWN_DOCUMENTS)
    return Plugins(
        exporters=exporters,
        calendars=calendars,
        readers=readers,
        documents=tuple(documents.values()),
        problems=(*problems, *more, *besides, *others, *rest),
    )


def render(exporter: Exporter, job: ExportJob) -> bytes:
    """Render a job, blaming the exporter by name for whatever goes wrong in it.

    Raises:
        PluginError: If the exporter raises, or gives something other than bytes.
    """
    try:
        return called(exporter.name, "render", exporter.render, job, bytes)
    except (ReadError, MissingExtraError) as error:
        raise PluginError(exporter.name, "render", _reason(error)) from error


def called(plugin: str, doing: str, function: Callable[[G], R], given: G, kind: type[R]) -> R:
    """Call what a plugin registered, blaming it by name for whatever goes wrong in it.

    Args:
        plugin: Name of what it registered.
        doing: What it is asked to do.
        function: The function.
        given: What the function is given.
        kind: What it must give.

    Raises:
        ReadError: If it says that its input cannot be read, which is no fault of its own.
        MissingExtraError: If it says that a package is missing.
        PluginError: If it raises anything else, or gives something of another kind.
    """
    try:
        made = function(given)
    except (ReadError, MissingExtraError):
        raise
    except Exception as error:
        raise PluginError(plugin, doing, _reason(error)) from error
    if not isinstance(made, kind):
        raise PluginError(plugin, doing, f"{type(made).__name__} instead of {kind.__name__}")
    return made


def _collected(
    manager: pluggy.PluginManager, hook: str, kind: type[N], labels: Mapping[str, str], known: Iterable[N] = ()
) -> tuple[dict[str, N], list[PluginError]]:
    """Call one hook plugin by plugin, so that each failure has an owner."""
    found = {each.name: each for each in known}
    problems: list[PluginError] = []
    for name, label in labels.items():
        plugin = manager.get_plugin(name)
        others = [other for other in manager.get_plugins() if other is not plugin]
        try:
            registered = [each for several in manager.subset_hook_caller(hook, others)() for each in several]
        except Exception as error:  # noqa: BLE001 - see find_plugins
            problems.append(PluginError(label, hook, _reason(error)))
            continue
        for each in registered:
            if not isinstance(each, kind):
                problems.append(PluginError(label, hook, f"{each!r} is not {kind.__name__}"))
            elif found.setdefault(each.name, each) is not each:
                problems.append(PluginError(label, hook, f"the name {each.name!r} is taken"))
    return found, problems


def _misspelt(manager: pluggy.PluginManager, name: str, label: str) -> list[PluginError]:
    """Report functions that look like hooks and are none, or lack the mark of one."""
    plugin = manager.get_plugin(name)
    known = {each for each in dir(hooks) if each.startswith(_PREFIX)}
    marked = {caller.name for caller in manager.get_hookcallers(plugin) or ()}
    looking = [each for each in dir(plugin) if each.startswith(_PREFIX) and callable(getattr(plugin, each))]
    there = ", ".join(sorted(known))
    wrong = [PluginError(label, each, f"no such hook; there are {there}") for each in looking if each not in known]
    return wrong + [
        PluginError(label, each, "is not marked with @hookimpl")
        for each in looking
        if each in known and each not in marked and not hasattr(getattr(plugin, each), f"{PROJECT}_spec")
    ]


def _ours_first(point: EntryPoint) -> tuple[bool, str]:
    """Order plugins by name, the library's own before all others, so that none takes their names."""
    return point.dist is None or point.dist.name != PROJECT, point.name


def _label(point: EntryPoint) -> str:
    if point.dist is None:
        return f"{point.name} ({point.value})"
    return f"{point.name} ({point.dist.name} {point.dist.version})"


def _reason(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"


def _get(found: Mapping[str, N], kind: str, name: str) -> N:
    if name not in found:
        raise UnknownNameError(kind, name, sorted(found))
    return found[name]
