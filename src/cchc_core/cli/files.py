"""Reading a report and checking it: the first steps of every command on one."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from attrs import evolve, frozen

from cchc_core.checks import AS_SHIPPED, CheckResult, Settings, blocked_by, read_settings
from cchc_core.cli.ending import STANDARD_INPUT, Stop
from cchc_core.cli.output import complain
from cchc_core.cli.save import save_all
from cchc_core.errors import Fault, MissingExtraError, PluginError, ReadError
from cchc_core.plugins import Plugins, PluginStatus, Reading, find_plugins
from cchc_core.reading import read
from cchc_core.report import Report
from cchc_core.words import Language, say

__all__ = [
    "Checked",
    "Site",
    "check_again",
    "open_at",
    "opened",
    "plugins_here",
    "save_or_stop",
    "site_by",
    "site_of",
    "warn_of",
]

_SETTINGS = "cchc.toml"
_BLOCK_VARIABLE = "CCHC_BLOCK"


@frozen(kw_only=True)
class Site:
    """What holds for every file of one command.

    Args:
        settings: What the site changes about the rules.
        config: The content of the file that says so; ``None`` if there is none.
        plugins: The plugins.
        lang: Language of everything the command says.
        passed_over: Rules that the settings name and nobody knows, while some plugin is not used.
    """

    settings: Settings
    config: bytes | None
    plugins: Plugins
    lang: Language
    passed_over: tuple[Fault, ...] = ()

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Suffixes of the files that reports are read from."""
        return (".json", *(suffix for reader in self.plugins.readers.values() for suffix in reader.suffixes))


@frozen(kw_only=True)
class Checked:
    """A report that a command was given, and what the check found in it.

    Args:
        name: Name of the file.
        content: The file as it came.
        reading: What was read from it: the report, and where its figures stand.
        result: What the check gave.
        site: What holds for every file of the command.
    """

    name: str
    content: bytes
    reading: Reading
    result: CheckResult
    site: Site

    @property
    def lang(self) -> Language:
        """Language of everything the command says."""
        return self.site.lang

    @property
    def report(self) -> Report:
        """The report."""
        return self.reading.report

    @property
    def notices(self) -> tuple[str, ...]:
        """What the reader of the report must know, one sentence each, with the name of the file."""
        return tuple(f"{self.name}: {notice.describe(self.lang)}" for notice in self.reading.notices)


def site_of(config: str | None, lang: Language) -> Site:
    """Read the settings of the site, find the plugins, and warn of those that cannot be used.

    Args:
        config: Name of the settings file; ``None`` for ``cchc.toml`` in the current folder, if there is one.
        lang: Language of messages.
    """
    content, name = _settings_of(config, lang)
    plugins = _plugins_told(content, name, lang)
    try:
        site = _site(content, lang, name, plugins)
    except ReadError as error:
        raise Stop(error.describe(lang)) from None
    for fault in site.passed_over:
        warn_of(ReadError([fault], name).describe(lang), lang)
    return site


def site_by(config: bytes | None, lang: Language) -> Site:
    """Do the same in another process, where everything was told already.

    Args:
        config: The content of the settings file; ``None`` if there is none.
        lang: Language of messages.
    """
    return _site(config, lang, "", _plugins_by(config, ""))


def plugins_here(lang: Language) -> Plugins:
    """Find the plugins that the site does not block, and warn of those that cannot be used; no rule is looked at."""
    return _plugins_told(*_settings_of(None, lang), lang)


def _settings_of(config: str | None, lang: Language) -> tuple[bytes | None, str]:
    """Give the content of the settings file and its name; ``None`` if there is none."""
    name = config or _SETTINGS
    return (_bytes(name, lang) if config is not None or Path(_SETTINGS).is_file() else None), name


def _plugins_told(config: bytes | None, name: str, lang: Language) -> Plugins:
    """Find the plugins, and warn of those that cannot be used."""
    try:
        plugins = _plugins_by(config, name)
    except ReadError as error:
        raise Stop(error.describe(lang)) from None
    for problem in plugins.problems:
        warn_of(problem.describe(lang), lang)
    return plugins


def _plugins_by(config: bytes | None, name: str) -> Plugins:
    blocked = blocked_here() if config is None else blocked_here() | blocked_by(config, name)
    return find_plugins(blocked=blocked)


def _site(config: bytes | None, lang: Language, name: str, plugins: Plugins) -> Site:
    """Read the settings. A rule that is not known may be one of a plugin that is not used, and is then passed over."""
    settings: Settings = AS_SHIPPED
    passed_over: tuple[Fault, ...] = ()
    if config is not None:
        try:
            settings = read_settings(config, name, book=plugins.book)
        except ReadError as error:
            are_all_used = all(each.status is PluginStatus.ACTIVE for each in plugins.installed)
            if are_all_used or any(fault.kind != "unknown_rule" for fault in error.faults):
                raise
            settings, passed_over = read_settings(config, name, book=plugins.book, strict=False), error.faults
    return Site(settings=settings, config=config, plugins=plugins, lang=lang, passed_over=passed_over)


def blocked_here() -> frozenset[str]:
    """Give the names of plugins that the environment blocks, parted by commas."""
    return frozenset(filter(None, map(str.strip, os.environ.get(_BLOCK_VARIABLE, "").split(","))))


def opened(name: str, site: Site) -> Checked:
    """Read a report and check it, and warn of what the reading has to say."""
    checked = open_at(name, site)
    for notice in checked.notices:
        warn_of(notice, site.lang)
    return checked


def open_at(name: str, site: Site) -> Checked:
    """Read a report of any known format, and check it."""
    lang = site.lang
    content = _bytes(name, lang)
    try:
        reading = read(content, site.plugins)
    except ReadError as error:
        raise Stop(ReadError(error.faults, name).describe(lang), error.faults) from None
    except (MissingExtraError, PluginError) as error:
        raise Stop(error.describe(lang)) from None
    result = site.plugins.check(reading.report, settings=site.settings, cells=reading.cells)
    return Checked(
        name=name,
        content=content,
        reading=reading,
        result=result,
        site=site,
    )


def check_again(checked: Checked, report: Report) -> Checked:
    """Check a changed report as the first one was; its figures stand in no cell of the file that came."""
    result = checked.site.plugins.check(report, settings=checked.site.settings)
    return evolve(checked, reading=Reading(report=report), result=result)


def save_or_stop(contents: Mapping[Path, bytes], lang: Language) -> None:
    """Write files, or say which could not be."""
    try:
        save_all(contents)
    except OSError as error:
        path = error.filename2 or error.filename or next(iter(contents)).parent
        raise Stop(say("cli.unwritable", lang, path=path, reason=error.strerror or error)) from None


def warn_of(message: str, lang: Language) -> None:
    """Print a warning to standard error."""
    complain(say("cli.warning", lang, message=message), style="yellow")


def _bytes(name: str, lang: Language) -> bytes:
    try:
        return sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()
    except FileNotFoundError:
        raise Stop(say("cli.not_found", lang, path=name)) from None
    except IsADirectoryError:
        raise Stop(say("cli.is_folder", lang, path=name)) from None
    except (OSError, ValueError) as error:
        raise Stop(say("cli.unreadable", lang, path=name, reason=getattr(error, "strerror", None) or error)) from None
