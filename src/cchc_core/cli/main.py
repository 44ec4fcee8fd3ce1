"""The command line: which commands there are, and how their errors end."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import click
from click.shell_completion import CompletionItem, get_completion_class

from cchc_core.cli.files import MISUSE, Stop, check_file, export_file, plugins_or_warn
from cchc_core.cli.localised import LocalisedCommand, LocalisedGroup, usage_message
from cchc_core.cli.output import complain, print_json, print_lines, print_table, use_utf8
from cchc_core.cli.rules import rule_lines
from cchc_core.errors import CchcError, PluginError, UnknownNameError
from cchc_core.plugins import find_plugins
from cchc_core.report import CATALOGUE
from cchc_core.schema import report_schema, result_schema
from cchc_core.words import LANGUAGES, Language, say

__all__ = ["build", "main"]

_EXAMPLE = "examples/dinh-hoa-2021.json"
_LANG_VARIABLE = "CCHC_LANG"
_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Returns:
        0 if nothing is wrong, 1 if a finding is an error, 2 for an unreadable file or misuse.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    lang = _language(words)
    if None in {sys.stdin, sys.stdout, sys.stderr}:
        if sys.stderr is not None:
            complain(say("cli.error", lang, message=say("cli.no_stream", lang)))
        return MISUSE
    use_utf8()
    try:
        code = int(build(lang).main(words, prog_name="cchc", standalone_mode=False) or 0)
        sys.stdout.flush()
    except click.ClickException as error:
        return _ended(error, lang)
    except BrokenPipeError:
        _drop_output()  # nobody reads on; say no more
    except OSError as error:
        complain(say("cli.error", lang, message=error.strerror or error))
        _drop_output()
    except (UnknownNameError, PluginError) as error:
        complain(say("cli.error", lang, message=error.describe(lang)))
    except CchcError as error:
        complain(say("cli.error", lang, message=error))
    except (click.Abort, KeyboardInterrupt):
        complain(say("cli.interrupted", lang))
        return _INTERRUPTED
    else:
        return code
    return MISUSE


def _drop_output() -> None:
    """Send what is still to be written nowhere, so that Python does not fail on it as it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def build(lang: Language = "vi") -> click.Group:
    """Build the command with its words in one language."""
    group = LocalisedGroup(
        "cchc",
        lang,
        examples=(f"check {_EXAMPLE}", f"export {_EXAMPLE} --to xlsx --to markdown -o ket-qua", "explain DOS-002"),
        params=[
            _lang_option(lang),
            click.Option(
                ["--version"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_show_version,
                help=say("cli.option.version", lang),
            ),
        ],
        invoke_without_command=True,
        callback=_help_without_command,
    )
    for command in (_check(lang), _export(lang), _exporters(lang), _explain(lang), _schema(lang), _completion(lang)):
        command.params.append(_lang_option(lang))
        group.add_command(command)
    return group


def _check(lang: Language) -> click.Command:
    return LocalisedCommand(
        "check",
        lang,
        examples=(f"check {_EXAMPLE}", f"check {_EXAMPLE} --format json --lang en", "check - < bao-cao.json"),
        params=[
            click.Argument(["file"], metavar="FILE", shell_complete=_complete_file),
            click.Option(
                ["--format", "form"],
                type=click.Choice(["text", "json"]),
                default="text",
                help=say("cli.option.format", lang),
            ),
            click.Option(["--all", "every"], is_flag=True, help=say("cli.option.all", lang)),
        ],
        callback=lambda file, form, every, **_: check_file(file, lang, as_json=form == "json", every=every),
    )


def _export(lang: Language) -> click.Command:
    def run(file: str, names: tuple[str, ...], folder: str, **_: object) -> int:
        plugins = plugins_or_warn(lang)
        chosen = [plugins.exporter(name) for name in dict.fromkeys(names or sorted(plugins.exporters))]
        return export_file(file, chosen, Path(folder), lang)

    return LocalisedCommand(
        "export",
        lang,
        examples=(f"export {_EXAMPLE} -o ket-qua", f"export {_EXAMPLE} --to xlsx --to json -o ket-qua"),
        params=[
            click.Argument(["file"], metavar="FILE", shell_complete=_complete_file),
            click.Option(
                ["--to", "names"],
                metavar="NAME",
                multiple=True,
                shell_complete=_complete_exporter,
                help=say("cli.option.to", lang),
            ),
            click.Option(
                ["-o", "--output", "folder"],
                metavar="DIR",
                default="ket-qua",
                shell_complete=_complete_folder,
                help=say("cli.option.output", lang),
            ),
        ],
        callback=run,
    )


def _exporters(lang: Language) -> click.Command:
    def run(**_: object) -> int:
        heads = [say(f"cli.{key}", lang) for key in ("name", "suffix", "title")]
        found = plugins_or_warn(lang).exporters
        print_table(heads, [(each.name, each.suffix, each.title) for _, each in sorted(found.items())])
        return 0

    return LocalisedCommand("exporters", lang, callback=run)


def _explain(lang: Language) -> click.Command:
    def run(code: str | None, **_: object) -> int:
        if code is None:
            print_lines(("", f"{rule.code}  {rule.statement.to(lang)}") for rule in CATALOGUE.rules)
        else:
            print_lines(rule_lines(CATALOGUE.rule(code.upper()), lang))
        return 0

    return LocalisedCommand(
        "explain",
        lang,
        examples=("explain DOS-002", "explain"),
        params=[click.Argument(["code"], required=False, metavar="[CODE]", shell_complete=_complete_rule)],
        callback=run,
    )


def _schema(lang: Language) -> click.Command:
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


def _completion(lang: Language) -> click.Command:
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


def _lang_option(lang: Language) -> click.Option:
    return click.Option(["--lang"], type=click.Choice(LANGUAGES), default=lang, help=say("cli.option.lang", lang))


def _language(words: Sequence[str]) -> Language:
    """Find the language before anything is parsed, so that help and errors are in it too."""
    asked = os.environ.get(_LANG_VARIABLE, "vi")
    for index, word in enumerate(words):
        if word.startswith("--lang"):
            asked = word.removeprefix("--lang=") if "=" in word else "".join(words[index + 1 : index + 2])
    return "en" if asked == "en" else "vi"


def _help_without_command(**_: object) -> int | None:
    context = click.get_current_context()
    if context.invoked_subcommand is not None:
        return None
    complain(context.get_help(), style="")
    return MISUSE


def _show_version(context: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's signature
    if value and not context.resilient_parsing:
        print_lines([("", f"cchc {version('cchc')}")])
        context.exit()


def _ended(error: click.ClickException, lang: Language) -> int:
    """Say how a command ended, one line a fault, and for misuse where help is."""
    if isinstance(error, Stop):
        for line in error.message.splitlines():
            complain(say("cli.error", lang, message=line))
        return MISUSE
    complain(say("cli.error", lang, message=usage_message(error, lang)))
    if isinstance(error, click.UsageError) and error.ctx is not None:
        complain(say("cli.try_help", lang, command=error.ctx.command_path), style="")
    return MISUSE


def _complete_file(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(incomplete, type="file")]


def _complete_folder(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(incomplete, type="dir")]


def _complete_exporter(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    found = find_plugins().exporters
    return [CompletionItem(name, help=found[name].title) for name in sorted(found) if name.startswith(incomplete)]


def _complete_rule(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    return [
        CompletionItem(rule.code, help=rule.statement.vi)
        for rule in CATALOGUE.rules
        if rule.code.startswith(incomplete.upper())
    ]
