"""The command that lists what is installed, what became of it, and what it registers."""

from __future__ import annotations

import click

from cchc_core.cli.ending import FINDINGS
from cchc_core.cli.files import plugins_here
from cchc_core.cli.localised import LocalisedCommand
from cchc_core.cli.output import print_table
from cchc_core.plugins import Plugin, PluginStatus
from cchc_core.words import Language, say

__all__ = ["plugins_command"]

_MANY = 12
"""So many names are listed; of more, how many there are is told."""


def plugins_command(lang: Language) -> click.Command:
    """Make ``cchc plugins``."""
    heads = [say(f"cli.{each}", lang) for each in ("name", "plugin_package", "plugin_status", "plugin_gives")]

    def run(**_: object) -> int:
        installed = plugins_here(lang).installed
        print_table(heads, [_row(each, lang) for each in installed])
        is_broken = any(each.status in {PluginStatus.FAILED, PluginStatus.FAULTY} for each in installed)
        return FINDINGS if is_broken else 0

    return LocalisedCommand("plugins", lang, examples=("plugins", "plugins --lang en"), callback=run)


def _row(plugin: Plugin, lang: Language) -> tuple[str, str, str, str]:
    package = f"{plugin.package} {plugin.version}" if plugin.package else plugin.module
    gives = (
        f"{say(f'plugin_gives.{what}', lang)}: {', '.join(names) if len(names) <= _MANY else len(names)}"
        for what, names in ((what, dict.fromkeys(names)) for what, names in plugin.registered.items())
    )
    return plugin.name, package, say(f"plugin_state.{plugin.status.value}", lang), "; ".join(gives) or "-"
