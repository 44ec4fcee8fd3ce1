"""The commands that say what there is: exporters, rules, schemas, completion."""

from __future__ import annotations

from collections.abc import Iterator

import click
from click.shell_completion import get_completion_class

from cchc_core.cli.files import plugins_here
from cchc_core.cli.localised import LocalisedCommand
from cchc_core.cli.options import complete_exporter, complete_rule
from cchc_core.cli.output import print_json, print_lines, print_table
from cchc_core.cli.rules import rule_lines
from cchc_core.cli.setting import values_of
from cchc_core.plugins import Exporter
from cchc_core.schema import report_schema, result_schema
from cchc_core.words import Language, say

__all__ = ["completion_command", "explain_command", "exporters_command", "schema_command"]


def exporters_command(lang: Language) -> click.Command:
    """Make ``cchc exporters``."""
    heads = (say("cli.name", lang), say("cli.suffix", lang), say("cli.title", lang))

    def run(name: str | None, **_: object) -> int:
        plugins = plugins_here(lang)
        if name is None:
            rows = [(each.name, each.suffix, each.title) for _, each in sorted(plugins.exporters.items())]
            print_table(heads, rows)
        else:
            print_lines(_exporter_lines(plugins.exporter(name), plugins.label_of("exporters", name), lang))
        return 0

    return LocalisedCommand(
        "exporters",
        lang,
        examples=("exporters", "exporters xlsx"),
        params=[click.Argument(["name"], required=False, metavar="[NAME]", shell_complete=complete_exporter)],
        callback=run,
    )


def _exporter_lines(exporter: Exporter, plugin: str, lang: Language) -> Iterator[tuple[str, str]]:
    yield "bold", f"{exporter.name}  {exporter.title}"
    yield "", say("cli.exporter_file", lang, suffix=exporter.suffix, media_type=exporter.media_type)
    yield "", say("cli.exporter_of", lang, plugin=plugin)
    specs = exporter.option_specs
    yield "", say("cli.exporter_options" if specs else "cli.exporter_no_options", lang)
    for spec in specs:
        facts = {"name": spec.name, "choices": values_of(spec, lang), "default": spec.default_text}
        yield "", f"    {say('cli.exporter_option', lang, title=spec.title.to(lang), **facts)}"


def explain_command(lang: Language) -> click.Command:
    """Make ``cchc explain``."""

    def run(code: str | None, **_: object) -> int:
        book = plugins_here(lang).book
        if code is None:
            print_lines(("", f"{rule.code}  {rule.statement.to(lang)}") for rule in book.rules)
        else:
            print_lines(rule_lines(book.rule(code.upper()), book, lang))
        return 0

    return LocalisedCommand(
        "explain",
        lang,
        examples=("explain DOS-002", "explain"),
        params=[click.Argument(["code"], required=False, metavar="[CODE]", shell_complete=complete_rule)],
        callback=run,
    )


def schema_command(lang: Language) -> click.Command:
    """Make ``cchc schema``."""
    schemas = {"report": lambda: report_schema(plugins_here(lang).catalogue), "result": result_schema}

    def run(what: str, **_: object) -> int:
        print_json(schemas[what]())
        return 0

    return LocalisedCommand(
        "schema",
        lang,
        examples=("schema > bao-cao.schema.json", "schema --of result"),
        params=[
            click.Option(
                ["--of", "what"],
                type=click.Choice(sorted(schemas)),
                default="report",
                help=say("cli.option.of", lang),
            )
        ],
        callback=run,
    )


def completion_command(lang: Language) -> click.Command:
    """Make ``cchc completion``."""

    def run(shell: str, **_: object) -> int:
        completion = get_completion_class(shell)
        assert completion is not None  # noqa: S101 - the choices are the shells click knows
        print_lines(
            [("", completion(click.get_current_context().find_root().command, {}, "cchc", "_CCHC_COMPLETE").source())]
        )
        return 0

    return LocalisedCommand(
        "completion",
        lang,
        examples=("completion bash > ~/.local/share/bash-completion/completions/cchc",),
        params=[click.Argument(["shell"], type=click.Choice(["bash", "zsh", "fish"]), metavar="SHELL")],
        callback=run,
    )
