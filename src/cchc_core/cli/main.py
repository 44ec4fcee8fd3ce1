"""The command line: which commands there are, and how their errors end."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from functools import partial
from pkgutil import resolve_name

import click

from cchc_core.cli.ending import MISUSE, Stop
from cchc_core.cli.localised import Commands, LocalisedGroup, usage_message
from cchc_core.cli.options import lang_option
from cchc_core.cli.output import complain, print_lines, use_utf8
from cchc_core.errors import CchcError, PluginError, UnknownNameError
from cchc_core.words import Language, say

__all__ = ["build", "main"]

_COMMANDS = {
    "annotate": "annotating:annotate_command",
    "check": "reports:check_command",
    "completion": "reference:completion_command",
    "explain": "reference:explain_command",
    "export": "reports:export_command",
    "exporters": "reference:exporters_command",
    "fix": "reports:fix_command",
    "plugins": "installed:plugins_command",
    "schema": "reference:schema_command",
    "template": "templates:template_command",
}
"""Where each command is made; only the one that is run is imported."""

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
    return LocalisedGroup(
        "cchc",
        lang,
        commands=Commands(partial(_made, lang), _COMMANDS),
        examples=(f"check {_EXAMPLE}", f"export {_EXAMPLE} --to xlsx --to markdown -o ket-qua", "explain DOS-002"),
        params=[
            lang_option(lang),
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


def _made(lang: Language, name: str) -> click.Command:
    """Make a command, with the option that every command has."""
    command: click.Command = resolve_name(f"{__package__}.{_COMMANDS[name]}")(lang)
    command.params.append(lang_option(lang))
    return command


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
        from importlib.metadata import version  # noqa: PLC0415 - only this asks for it

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
