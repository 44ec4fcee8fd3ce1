"""Calling what plugins registered, and blaming them by name for whatever goes wrong in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from attrs import evolve

from cchc_core.conditions import Condition, Context, Judgement, Skipped
from cchc_core.errors import MissingExtraError, PluginError, ReadError
from cchc_core.plugins.hooks import Exporter, ExportJob
from cchc_core.words import Text, say

__all__ = ["called", "guarded", "reason_of", "render"]

G = TypeVar("G")
R = TypeVar("R")


def render(exporter: Exporter, job: ExportJob, label: str = "") -> bytes:
    """Render a job, blaming the exporter by name for whatever goes wrong in it.

    Args:
        exporter: The exporter.
        job: The job.
        label: Its plugin with package and version, for messages; its own name if that is not known.

    Raises:
        PluginError: If the exporter raises, or gives something other than bytes.
    """
    plugin = label or exporter.name
    doing = "render" if plugin.partition(" ")[0] == exporter.name else f"render {exporter.name}"
    try:
        return called(plugin, doing, exporter.render, job, bytes)
    except (ReadError, MissingExtraError) as error:
        raise PluginError(plugin, doing, reason_of(error)) from error


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
    except (Exception, SystemExit) as error:
        raise PluginError(plugin, doing, reason_of(error)) from error
    if not isinstance(made, kind):
        raise PluginError(plugin, doing, f"{type(made).__name__} instead of {kind.__name__}")
    return made


def guarded(condition: Condition[Any], label: str) -> Condition[Any]:
    """Give a rule of a plugin that cannot take a check down: where it fails, it could not run, and says why.

    Args:
        condition: The rule.
        label: Package and version of its plugin.
    """

    def judge(record: Any, context: Context) -> Judgement:
        try:
            answer = condition.judge(record, context)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever a foreign rule raises is told of it, and costs one rule
            return _could_not_run(label, condition, reason_of(error))
        if isinstance(answer, Skipped | tuple):
            return answer
        return _could_not_run(label, condition, f"{type(answer).__name__} instead of tuple")

    return evolve(condition, judge=judge)


def _could_not_run(label: str, condition: Condition[Any], reason: str) -> Skipped:
    facts = {"plugin": label, "doing": condition.name, "reason": reason}
    said = Text(say("plugin.failed", "vi", **facts), say("plugin.failed", "en", **facts))
    return Skipped(kind="plugin_failed", said=said, could_not_run=True)


def reason_of(error: BaseException) -> str:
    """Say what a foreign module raised, in one line."""
    return f"{type(error).__name__}: {error}"
