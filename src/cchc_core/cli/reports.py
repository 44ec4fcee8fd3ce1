"""The commands on a report: check, export, fix."""

from __future__ import annotations

from pathlib import Path

import click

from cchc_core.cli.files import check_file, export_file, opened, plugins_or_warn
from cchc_core.cli.fixing import FixOptions, fix_file
from cchc_core.cli.localised import LocalisedCommand
from cchc_core.cli.options import (
    complete_exporter,
    complete_file,
    complete_folder,
    complete_rule,
    config_option,
    file_argument,
)
from cchc_core.words import Language, say

__all__ = ["check_command", "export_command", "fix_command"]

_EXAMPLE = "examples/dinh-hoa-2021.json"


def check_command(lang: Language) -> click.Command:
    """Make ``cchc check``."""

    def run(file: str, form: str, config: str | None, *, every: bool, **_: object) -> int:
        return check_file(opened(file, config, lang), as_json=form == "json", every=every)

    return LocalisedCommand(
        "check",
        lang,
        examples=(f"check {_EXAMPLE}", f"check {_EXAMPLE} --format json --lang en", "check - < bao-cao.json"),
        params=[
            file_argument(),
            click.Option(
                ["--format", "form"],
                type=click.Choice(["text", "json"]),
                default="text",
                help=say("cli.option.format", lang),
            ),
            click.Option(["--all", "every"], is_flag=True, help=say("cli.option.all", lang)),
            config_option(lang),
        ],
        callback=run,
    )


def export_command(lang: Language) -> click.Command:
    """Make ``cchc export``."""

    def run(file: str, names: tuple[str, ...], folder: str, config: str | None, **_: object) -> int:
        plugins = plugins_or_warn(lang)
        chosen = [plugins.exporter(name) for name in dict.fromkeys(names or sorted(plugins.exporters))]
        return export_file(opened(file, config, lang, plugins), chosen, Path(folder))

    return LocalisedCommand(
        "export",
        lang,
        examples=(f"export {_EXAMPLE} -o ket-qua", f"export {_EXAMPLE} --to xlsx --to json -o ket-qua"),
        params=[
            file_argument(),
            click.Option(
                ["--to", "names"],
                metavar="NAME",
                multiple=True,
                shell_complete=complete_exporter,
                help=say("cli.option.to", lang),
            ),
            click.Option(
                ["-o", "--output", "folder"],
                metavar="DIR",
                default="ket-qua",
                shell_complete=complete_folder,
                help=say("cli.option.output", lang),
            ),
            config_option(lang),
        ],
        callback=run,
    )


def fix_command(lang: Language) -> click.Command:
    """Make ``cchc fix``."""

    def run(
        file: str,
        codes: tuple[str, ...],
        output: str | None,
        log: str | None,
        config: str | None,
        *,
        in_place: bool,
        force: bool,
        **_: object,
    ) -> int:
        options = FixOptions(codes=codes, output=output, log=log, in_place=in_place, force=force)
        return fix_file(opened(file, config, lang), options)

    return LocalisedCommand(
        "fix",
        lang,
        examples=(f"fix {_EXAMPLE} --accept ONL-001 -o da-sua.json",),
        params=[
            file_argument(),
            click.Option(
                ["--accept", "codes"],
                metavar="CODE",
                multiple=True,
                shell_complete=complete_rule,
                help=say("cli.option.accept", lang),
            ),
            click.Option(
                ["-o", "--output", "output"],
                metavar="NEW",
                shell_complete=complete_file,
                help=say("cli.option.fixed", lang),
            ),
            click.Option(
                ["--log", "log"], metavar="LOG", shell_complete=complete_file, help=say("cli.option.log", lang)
            ),
            click.Option(["--in-place", "in_place"], is_flag=True, help=say("cli.option.in_place", lang)),
            click.Option(["--force", "force"], is_flag=True, help=say("cli.option.force", lang)),
            config_option(lang),
        ],
        callback=run,
    )
