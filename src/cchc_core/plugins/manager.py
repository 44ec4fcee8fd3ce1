"""Finding plugins, and keeping one that fails from taking the others down."""

from __future__ import annotations

from collections.abc import Collection as Names
from collections.abc import Iterable, Mapping
from importlib.metadata import EntryPoint, entry_points, version
from time import perf_counter_ns

import pluggy
from attrs import Factory, define

from cchc_core.conditions import Condition
from cchc_core.errors import PluginError
from cchc_core.plugins import hooks, shipped
from cchc_core.plugins.calling import guarded, reason_of, shown
from cchc_core.plugins.collecting import HOOKS, Collection, RefusedError
from cchc_core.plugins.found import Plugin, Plugins, PluginStatus, label_for
from cchc_core.plugins.hooks import PROJECT

__all__ = ["find_plugins"]

_PREFIX = "cchc_register_"
_SLOW = 3 * 10**9
"""So many nanoseconds are more than finding a plugin should ever take."""


@define
class _Candidate:
    """A plugin while it is being loaded."""

    name: str
    module: str
    package: str = ""
    version: str = ""
    plugin: object = None
    is_blocked: bool = False
    nanoseconds: int = 0
    registered: dict[str, list[str]] = Factory(dict)
    problems: list[PluginError] = Factory(list)

    @property
    def label(self) -> str:
        return label_for(self.name, self.package, self.version, self.module)

    def fails(self, doing: str, reason: str, kind: str = "failed") -> None:
        self.problems.append(PluginError(self.label, doing, reason, kind))

    @property
    def done(self) -> Plugin:
        if self.is_blocked:
            status = PluginStatus.BLOCKED
        elif self.problems:
            status = PluginStatus.FAULTY if self.registered else PluginStatus.FAILED
        else:
            status = PluginStatus.ACTIVE
        return Plugin(
            name=self.name,
            package=self.package,
            version=self.version,
            module=self.module,
            status=status,
            registered={what: tuple(names) for what, names in self.registered.items()},
            problems=tuple(self.problems),
        )


def find_plugins(points: Iterable[EntryPoint] | None = None, blocked: Names[str] = ()) -> Plugins:
    """Load the plugins that are installed.

    Args:
        points: Entry points to load instead of those of the group ``cchc``.
        blocked: Names of plugins, or of packages, that are not loaded.

    Returns:
        What they registered. Whatever fails is among the problems, and the rest works.

    >>> sorted(find_plugins(blocked=["markdown", "html"]).exporters)
    ['json', 'xlsx']
    """
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(hooks)
    core = _Candidate(PROJECT, shipped.__name__, PROJECT, version(PROJECT), shipped)
    manager.register(shipped, name=PROJECT)
    found = sorted(entry_points(group=PROJECT) if points is None else points, key=_ours_first)
    candidates = [core, *(_loaded(point, manager, blocked) for point in found)]
    collection = Collection()
    for hook in HOOKS:
        for each in candidates:
            if each.plugin is not None:
                _collect(manager, hook, each, collection, is_ours=each is core)
    for each in candidates:
        if each.nanoseconds > _SLOW:
            each.fails("load", f"{each.nanoseconds / 10**9:.0f}", "slow")
    installed = tuple(each.done for each in candidates)
    names = {name for each in candidates for name in (each.name, each.package)}
    absent = [PluginError(name, "block", "", "absent") for name in sorted(set(blocked) - names)]
    return Plugins(
        exporters=collection.exporters,
        calendars=collection.calendars,
        readers=collection.readers,
        catalogue=collection.catalogue,
        conditions=tuple(collection.conditions.values()),
        agencies=tuple(collection.agencies.values()),
        documents=tuple(collection.documents.values()),
        installed=installed,
        problems=(*(problem for each in installed for problem in each.problems), *absent),
    )


def _loaded(point: EntryPoint, manager: pluggy.PluginManager, blocked: Names[str]) -> _Candidate:
    """Import one plugin, and look over the names of its hooks."""
    made = _Candidate(point.name, point.value)
    if point.dist is not None:
        made.package, made.version = point.dist.name, point.dist.version
    if {made.name, made.package} & set(blocked):
        made.is_blocked = True
        return made
    began = perf_counter_ns()
    try:
        plugin = point.load()
        hash(plugin)  # which the manager of plugins needs of each
        manager.register(plugin, name=f"{made.name} {made.package}")
        made.plugin = plugin
        _tell_misspelt(manager, made)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - whatever a foreign module raises is reported
        made.plugin = None
        made.fails("import", reason_of(error))
    made.nanoseconds += perf_counter_ns() - began
    return made


def _collect(manager: pluggy.PluginManager, hook: str, made: _Candidate, into: Collection, *, is_ours: bool) -> None:
    """Call one hook of one plugin, so that each failure has an owner; what it gave before it failed is kept."""
    began = perf_counter_ns()
    try:
        others = [other for other in manager.get_plugins() if other is not made.plugin]
        answers = manager.subset_hook_caller(hook, others)()
        if not answers and hook in _implemented(manager, made):
            made.fails(hook, "gave nothing; return a list")
        for several in answers:
            if isinstance(several, str | bytes | Mapping):
                made.fails(hook, f"{type(several).__name__} instead of list")
                continue
            for each in several:
                _take_up(hook, each, made, into, is_ours=is_ours)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - see _loaded
        made.fails(hook, reason_of(error))
    made.nanoseconds += perf_counter_ns() - began


def _take_up(hook: str, each: object, made: _Candidate, into: Collection, *, is_ours: bool) -> None:
    """Take up one thing that a plugin gives, or say why not."""
    described = HOOKS[hook]
    if not described.fits(each):
        made.fails(hook, f"{shown(each)} is not {described.wanted}")
        return
    if isinstance(each, Condition) and not is_ours:
        each = guarded(each, made.label)
    try:
        name = described.add(into, each)
    except RefusedError as error:
        made.fails(hook, str(error))
    else:
        made.registered.setdefault(described.what, []).append(name)


def _implemented(manager: pluggy.PluginManager, made: _Candidate) -> set[str]:
    return {caller.name for caller in manager.get_hookcallers(made.plugin) or ()}


def _tell_misspelt(manager: pluggy.PluginManager, made: _Candidate) -> None:
    """Report functions that look like hooks and are none, or lack the mark of one."""
    marked = _implemented(manager, made)
    for each in dir(made.plugin):
        function = getattr(made.plugin, each)
        if not each.startswith(_PREFIX) or not callable(function):
            continue
        if each not in HOOKS:
            made.fails(each, f"no such hook; there are {', '.join(sorted(HOOKS))}")
        elif each not in marked and not hasattr(function, f"{PROJECT}_spec"):
            made.fails(each, "is not marked with @hookimpl")


def _ours_first(point: EntryPoint) -> tuple[bool, str, str]:
    """Order plugins by name, the library's own before all others, so that none takes their names."""
    package = point.dist.name if point.dist is not None else ""
    return package != PROJECT, point.name, package
