"""Calling what plugins registered, and blaming them by name for whatever goes wrong in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from attrs import evolve

from cchc_core.conditions import Breach, Condition, Context, Judgement, Skipped
from cchc_core.errors import MissingExtraError, PluginError, ReadError, UnknownNameError
from cchc_core.plugins.hooks import Exporter, ExportJob
from cchc_core.words import LANGUAGES, Text, say

__all__ = ["called", "guarded", "reason_of", "render", "shown"]

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
    except (ReadError, MissingExtraError, UnknownNameError) as error:
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
        UnknownNameError: If it was asked for something by a name that it does not know.
        PluginError: If it raises anything else, or gives something of another kind.
    """
    try:
        made = function(given)
    except (ReadError, MissingExtraError, UnknownNameError):
        raise
    except KeyboardInterrupt:
        raise
    except BaseException as error:
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
            wrong = _wrong_with(answer)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001 - whatever a foreign rule raises is told of it, and costs one rule
            return _could_not_run(label, condition, reason_of(error))
        return _could_not_run(label, condition, wrong) if wrong else answer

    return evolve(condition, judge=judge)


def _wrong_with(answer: object) -> str:
    """Say what is wrong with the answer of a rule, with the sentences of its breaches too; nothing if it will do."""
    if isinstance(answer, Skipped):
        return ""
    if not isinstance(answer, tuple):
        return f"{type(answer).__name__} instead of tuple"
    for breach in answer:
        if not isinstance(breach, Breach):
            return f"{type(breach).__name__} instead of Breach"
        facts = {name: str(fact) for name, fact in breach.facts}
        for lang in LANGUAGES:
            breach.said.to(lang).format_map(facts)
    return ""


def _could_not_run(label: str, condition: Condition[Any], reason: str) -> Skipped:
    facts = {"plugin": label, "doing": condition.name, "reason": reason}
    said = Text(say("plugin.failed", "vi", **facts), say("plugin.failed", "en", **facts))
    return Skipped(kind="plugin_failed", said=said, could_not_run=True)


def reason_of(error: BaseException) -> str:
    """Say what a foreign module raised."""
    try:
        return f"{type(error).__name__}: {error}"
    except Exception:  # noqa: BLE001 - an error that cannot even be said
        return type(error).__name__


def shown(foreign: object) -> str:
    """Show what a plugin gave."""
    try:
        return repr(foreign)
    except Exception:  # noqa: BLE001 - what a plugin gave may not even be shown
        return type(foreign).__name__
