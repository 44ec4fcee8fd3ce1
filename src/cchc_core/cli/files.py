"""Reading input and exporting: the steps behind ``cchc check`` and ``cchc export``."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from cchc_core.checks import check, facts_of
from cchc_core.cli.output import complain, print_json, print_lines
from cchc_core.cli.save import save_all
from cchc_core.cli.text import result_lines
from cchc_core.convert import load
from cchc_core.errors import PluginError, ReadError
from cchc_core.plugins import Exporter, ExportJob, Plugins, find_plugins, render
from cchc_core.report import Report
from cchc_core.words import Language, say

__all__ = ["CLEAN", "FINDINGS", "MISUSE", "Stop", "check_file", "export_file", "plugins_or_warn"]

CLEAN, FINDINGS, MISUSE = 0, 1, 2
"""Exit codes."""

_STANDARD_INPUT = "-"


class Stop(click.ClickException):
    """Ends the command with a message and exit code 2."""

    exit_code = MISUSE


def check_file(name: str, lang: Language, *, as_json: bool, every: bool) -> int:
    """Check one file and print what was found."""
    report = _read(name, lang)
    result = check(report)
    if as_json:
        print_json({"file": name, **facts_of(result, lang)})
    else:
        print_lines(result_lines(report, result, name, lang, every=every))
    return FINDINGS if result.has_errors else CLEAN


def export_file(name: str, exporters: Sequence[Exporter], folder: Path, lang: Language) -> int:
    """Check one file, write it in each format, and print what was found and written."""
    report = _read(name, lang)
    result = check(report)
    targets = _targets(name, exporters, folder, lang)
    job = ExportJob(report=report, result=result, lang=lang)
    contents, broken = _rendered(targets, job)
    try:
        save_all(contents)
    except OSError as error:
        path = error.filename2 or error.filename or folder
        raise Stop(say("cli.unwritable", lang, path=path, reason=error.strerror or error)) from None
    print_lines(result_lines(report, result, name, lang, every=False))
    print_lines(("green", say("cli.wrote", lang, path=path, size=len(content))) for path, content in contents.items())
    for problem in broken:
        complain(say("cli.error", lang, message=problem.describe(lang)))
    return MISUSE if broken else FINDINGS if result.has_errors else CLEAN


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


def plugins_or_warn(lang: Language) -> Plugins:
    """Find plugins, and warn of those that cannot be used."""
    plugins = find_plugins()
    for problem in plugins.problems:
        complain(say("cli.warning", lang, message=problem.describe(lang)), style="yellow")
    return plugins


def _targets(name: str, exporters: Sequence[Exporter], folder: Path, lang: Language) -> dict[Path, Exporter]:
    stem = "bao-cao" if name == _STANDARD_INPUT else Path(name).stem
    targets: dict[Path, Exporter] = {}
    for exporter in exporters:
        path = folder / f"{stem}{exporter.suffix}"
        if path in targets:
            raise Stop(say("cli.same_suffix", lang, path=path))
        if name != _STANDARD_INPUT and path.exists() and path.samefile(name):
            raise Stop(say("cli.would_overwrite", lang, path=path))
        targets[path] = exporter
    return targets


def _read(name: str, lang: Language) -> Report:
    try:
        return load(sys.stdin.buffer.read() if name == _STANDARD_INPUT else name)
    except ReadError as error:
        raise Stop(ReadError(error.faults, error.origin or name).describe(lang)) from None
    except FileNotFoundError:
        raise Stop(say("cli.not_found", lang, path=name)) from None
    except IsADirectoryError:
        raise Stop(say("cli.is_folder", lang, path=name)) from None
    except (OSError, ValueError) as error:
        raise Stop(say("cli.unreadable", lang, path=name, reason=getattr(error, "strerror", None) or error)) from None
