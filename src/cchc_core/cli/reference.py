"""The commands that say what there is: exporters, rules, schemas, completion."""

from __future__ import annotations

from collections.abc import Callable

import click
from click.shell_completion import get_completion_class

from cchc_core.checks import RULE_BOOK
from cchc_core.cli.files import plugins_or_warn
from cchc_core.cli.localised import LocalisedCommand
from cchc_core.cli.options import complete_rule
from cchc_core.cli.output import print_json, print_lines, print_table
from cchc_core.cli.rules import rule_lines
from cchc_core.schema import report_schema, result_schema
from cchc_core.words import Language, say

__all__ = ["completion_command", "explain_command", "exporters_command", "schema_command"]


def exporters_command(lang: Language) -> click.Command:
    """Make ``cchc exporters``."""
    heads = (say("cli.name", lang), say("cli.suffix", lang), say("cli.title", lang))

    def run(**_: object) -> int:
        found = plugins_or_warn(lang).exporters
        print_table(heads, [(each.name, each.suffix, each.title) for _, each in sorted(found.items())])
        return 0

    return LocalisedCommand("exporters", lang, callback=run)


def explain_command(lang: Language) -> click.Command:
    """Make ``cchc explain``."""

    def run(code: str | None, **_: object) -> int:
        if code is None:
            print_lines(("", f"{rule.code}  {rule.statement.to(lang)}") for rule in RULE_BOOK.rules)
        else:
            print_lines(rule_lines(RULE_BOOK.rule(code.upper()), lang))
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
    schemas = {"report": report_schema, "result": result_schema}

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


def completion_command(lang: Language, build: Callable[[Language], click.Group]) -> click.Command:
    """Make ``cchc completion``, which needs the whole command it completes."""

    def run(shell: str, **_: object) -> int:
        completion = get_completion_class(shell)
        assert completion is not None  # noqa: S101 - the choices are the shells click knows
        print_lines([("", completion(build(lang), {}, "cchc", "_CCHC_COMPLETE").source())])
        return 0

    return LocalisedCommand(
        "completion",
        lang,
        examples=("completion bash > ~/.local/share/bash-completion/completions/cchc",),
        params=[click.Argument(["shell"], type=click.Choice(["bash", "zsh", "fish"]), metavar="SHELL")],
        callback=run,
    )
