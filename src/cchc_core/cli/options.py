"""Arguments and options that several commands share, with their completion."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from cchc_core.words import LANGUAGES, Language, say

if TYPE_CHECKING:
    from cchc_core.plugins import Plugins

__all__ = [
    "complete_exporter",
    "complete_file",
    "complete_folder",
    "complete_rule",
    "config_option",
    "file_argument",
    "files_argument",
    "form_option",
    "jobs_option",
    "lang_option",
]


def lang_option(lang: Language) -> click.Option:
    """Give the option that chooses the language."""
    return click.Option(["--lang"], type=click.Choice(LANGUAGES), default=lang, help=say("cli.option.lang", lang))


def file_argument() -> click.Argument:
    """Give the argument that names the report."""
    return click.Argument(["file"], metavar="FILE", shell_complete=complete_file)


def files_argument() -> click.Argument:
    """Give the argument that names reports, and folders of reports."""
    return click.Argument(["files"], metavar="FILE...", nargs=-1, required=True, shell_complete=complete_file)


def form_option(lang: Language, choices: tuple[str, ...]) -> click.Option:
    """Give the option that says how results are told, the first choice if nothing else is said."""
    text = say("cli.option.format" if "json" in choices else "cli.option.format_of_export", lang)
    return click.Option(["--format", "form"], type=click.Choice(choices), default=choices[0], help=text)


def jobs_option(lang: Language) -> click.Option:
    """Give the option that says how many processes work."""
    return click.Option(["--jobs", "jobs"], metavar="N", type=click.IntRange(min=1), help=say("cli.option.jobs", lang))


def config_option(lang: Language) -> click.Option:
    """Give the option that names the settings of the site."""
    return click.Option(
        ["--config", "config"], metavar="TOML", shell_complete=complete_file, help=say("cli.option.config", lang)
    )


def complete_file(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the name of a file."""
    return [CompletionItem(incomplete, type="file")]


def complete_folder(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the name of a folder."""
    return [CompletionItem(incomplete, type="dir")]


def complete_exporter(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the name of an exporter."""
    found = _plugins().exporters
    return [CompletionItem(name, help=found[name].title) for name in sorted(found) if name.startswith(incomplete)]


def _plugins() -> Plugins:
    from cchc_core.plugins import find_plugins  # noqa: PLC0415 - only completion asks; help and --version stay quick

    return find_plugins()


def complete_rule(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the code of a rule."""
    return [
        CompletionItem(rule.code, help=rule.statement.vi)
        for rule in _plugins().book.rules
        if rule.code.startswith(incomplete.upper())
    ]
