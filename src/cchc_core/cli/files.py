"""Reading, checking and exporting a report: the steps behind the commands on one."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import click
from attrs import evolve, frozen

from cchc_core.checks import AS_SHIPPED, CheckResult, Settings, check, facts_of, read_settings
from cchc_core.cli.output import complain, print_json, print_lines
from cchc_core.cli.save import save_all
from cchc_core.cli.text import result_lines
from cchc_core.conditions import Context
from cchc_core.convert import load
from cchc_core.errors import PluginError, ReadError
from cchc_core.plugins import Exporter, ExportJob, Plugins, find_plugins, render
from cchc_core.report import Report
from cchc_core.words import Language, say

__all__ = [
    "CLEAN",
    "FINDINGS",
    "MISUSE",
    "STANDARD_INPUT",
    "Checked",
    "Stop",
    "check_again",
    "check_file",
    "export_file",
    "opened",
    "plugins_or_warn",
    "save_or_stop",
]

CLEAN, FINDINGS, MISUSE = 0, 1, 2
"""Exit codes."""

STANDARD_INPUT = "-"
"""The name under which a command reads standard input."""

_SETTINGS = "cchc.toml"


class Stop(click.ClickException):
    """Ends the command with a message and exit code 2."""

    exit_code = MISUSE


@frozen(kw_only=True)
class Checked:
    """A report that a command was given, and what the check found in it.

    Args:
        name: Name of the file.
        report: The report.
        result: What the check gave.
        settings: What the site changes about the rules.
        context: What the conditions knew beside the report.
        lang: Language of everything the command says.
    """

    name: str
    report: Report
    result: CheckResult
    settings: Settings
    context: Context
    lang: Language


def opened(name: str, config: str | None, lang: Language, plugins: Plugins | None = None) -> Checked:
    """Read a report and the settings of the site, and check it.

    Args:
        name: Name of the file.
        config: Name of the settings file; ``None`` for ``cchc.toml`` in the current folder, if there is one.
        lang: Language of messages.
        plugins: The plugins, if they are found already.
    """
    settings = _settings(config, lang)
    report = _read(name, lang)
    found = plugins or plugins_or_warn(lang)
    context = Context(day=report.period.end, documents=found.documents, calendars=found.calendars)
    result = check(report, settings=settings, context=context)
    return Checked(name=name, report=report, result=result, settings=settings, context=context, lang=lang)


def check_again(checked: Checked, report: Report) -> Checked:
    """Check a changed report as the first one was."""
    result = check(report, settings=checked.settings, context=checked.context)
    return evolve(checked, report=report, result=result)


def check_file(checked: Checked, *, as_json: bool, every: bool) -> int:
    """Print what was found in one file."""
    if as_json:
        print_json({"file": checked.name, **facts_of(checked.result, checked.lang)})
    else:
        print_lines(result_lines(checked.report, checked.result, checked.name, checked.lang, every=every))
    return FINDINGS if checked.result.has_errors else CLEAN


def export_file(checked: Checked, exporters: Sequence[Exporter], folder: Path) -> int:
    """Write one file in each format, and print what was found and written."""
    name, lang = checked.name, checked.lang
    targets = _targets(name, exporters, folder, lang)
    job = ExportJob(report=checked.report, result=checked.result, lang=lang)
    contents, broken = _rendered(targets, job)
    save_or_stop(contents, lang)
    print_lines(result_lines(checked.report, checked.result, name, lang, every=False))
    print_lines(("green", say("cli.wrote", lang, path=path, size=len(content))) for path, content in contents.items())
    for problem in broken:
        complain(say("cli.error", lang, message=problem.describe(lang)))
    return MISUSE if broken else FINDINGS if checked.result.has_errors else CLEAN


def save_or_stop(contents: Mapping[Path, bytes], lang: Language) -> None:
    """Write files, or say which could not be."""
    try:
        save_all(contents)
    except OSError as error:
        path = error.filename2 or error.filename or next(iter(contents)).parent
        raise Stop(say("cli.unwritable", lang, path=path, reason=error.strerror or error)) from None


def plugins_or_warn(lang: Language) -> Plugins:
    """Find plugins, and warn of those that cannot be used."""
    plugins = find_plugins()
    for problem in plugins.problems:
        complain(say("cli.warning", lang, message=problem.describe(lang)), style="yellow")
    return plugins


def _rendered(targets: Mapping[Path, Exporter], job: ExportJob) -> tuple[dict[Path, bytes], list[PluginError]]:
    """Render every format; one that fails does not stop the others."""
    contents: dict[Path, bytes] = {}
    broken: list[PluginError] = []
    for path, exporter in targets.items():
        try:
            contents[path] = render(exporter, job)
        except PluginError as error:
            broken.append(error)
    return contents, broken


def _targets(name: str, exporters: Sequence[Exporter], folder: Path, lang: Language) -> dict[Path, Exporter]:
    stem = "bao-cao" if name == STANDARD_INPUT else Path(name).stem
    targets: dict[Path, Exporter] = {}
    for exporter in exporters:
        path = folder / f"{stem}{exporter.suffix}"
        if path in targets:
            raise Stop(say("cli.same_suffix", lang, path=path))
        if name != STANDARD_INPUT and path.exists() and path.samefile(name):
            raise Stop(say("cli.would_overwrite", lang, path=path))
        targets[path] = exporter
    return targets


def _settings(config: str | None, lang: Language) -> Settings:
    if config is None and not Path(_SETTINGS).is_file():
        return AS_SHIPPED
    name = config or _SETTINGS
    try:
        return read_settings(_bytes(name, lang), name)
    except ReadError as error:
        raise Stop(error.describe(lang)) from None


def _read(name: str, lang: Language) -> Report:
    try:
        return load(_bytes(name, lang))
    except ReadError as error:
        raise Stop(ReadError(error.faults, name).describe(lang)) from None


def _bytes(name: str, lang: Language) -> bytes:
    try:
        return sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()
    except FileNotFoundError:
        raise Stop(say("cli.not_found", lang, path=name)) from None
    except IsADirectoryError:
        raise Stop(say("cli.is_folder", lang, path=name)) from None
    except (OSError, ValueError) as error:
        raise Stop(say("cli.unreadable", lang, path=name, reason=getattr(error, "strerror", None) or error)) from None
