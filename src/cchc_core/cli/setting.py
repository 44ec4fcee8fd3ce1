"""What ``--set`` asks of exporters: which option of which format has which value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click
from click.shell_completion import CompletionItem

from cchc_core.cli.ending import Stop
from cchc_core.errors import OptionError
from cchc_core.plugins import Exporter, OptionSpec, find_plugins, options_from_text
from cchc_core.words import Language, say

__all__ = ["complete_set", "options_asked", "values_of"]


def options_asked(texts: Sequence[str], exporters: Sequence[Exporter], lang: Language) -> dict[str, object]:
    """Make the options of each exporter, by its name; an exporter of which nothing is asked has none of its own.

    ``OPTION=VALUE`` is meant for every exporter that has such an option, ``NAME.OPTION=VALUE`` for one alone.

    Args:
        texts: What was written after ``--set``, the last word on an option holds.
        exporters: The exporters that are to write.
        lang: Language of messages.

    Raises:
        Stop: If something is not written as it should be, or is meant for nobody, or cannot be.
    """
    asked: dict[str, dict[str, str]] = {}
    for text in texts:
        key, separator, value = text.partition("=")
        if not separator or not key:
            raise Stop(say("cli.set_malformed", lang, text=text, example=_example(exporters)))
        exporter, dot, option = key.partition(".")
        for each in _meant(text, exporter, exporters, lang) if dot else _having(text, key, exporters, lang):
            asked.setdefault(each.name, {})[option if dot else key] = value
    try:
        return {
            each.name: options_from_text(each.name, each.options, asked[each.name])
            for each in exporters
            if each.name in asked
        }
    except OptionError as error:
        raise Stop(error.describe(lang)) from None


def _meant(text: str, name: str, exporters: Sequence[Exporter], lang: Language) -> list[Exporter]:
    found = [each for each in exporters if each.name == name]
    if not found:
        known = ", ".join(each.name for each in exporters)
        raise Stop(say("cli.set_not_written", lang, text=text, exporter=name, known=known))
    return found


def _having(text: str, option: str, exporters: Sequence[Exporter], lang: Language) -> list[Exporter]:
    if len(exporters) == 1:
        return list(exporters)  # which says by itself what it has instead
    found = [each for each in exporters if any(spec.name == option for spec in each.option_specs)]
    if not found:
        known = ", ".join(f"{each.name}.{spec.name}" for each in exporters for spec in each.option_specs) or "-"
        raise Stop(say("cli.set_nobody", lang, text=text, option=option, known=known))
    return found


def _example(exporters: Sequence[Exporter]) -> str:
    for each in exporters:
        for spec in each.option_specs:
            return f"--set {spec.name}={spec.default_text}"
    return "--set charts=no"


def values_of(spec: OptionSpec, lang: Language) -> str:
    """Say which values an option may have."""
    if spec.choices:
        return "|".join(spec.choices)
    return say("cli.option_number" if spec.kind is int else "cli.option_text", lang)


def complete_set(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete an option, or its value, of the exporters named so far."""
    names = context.params.get("names") or ()
    exporters = [each for name, each in find_plugins().exporters.items() if not names or name in names]
    return [each for each in _completions(exporters) if each.value.startswith(incomplete)]


def _completions(exporters: Sequence[Exporter]) -> Iterator[CompletionItem]:
    for each in exporters:
        for spec in each.option_specs:
            for value in spec.choices or ("",):
                yield CompletionItem(f"{spec.name}={value}", help=spec.title.vi)
