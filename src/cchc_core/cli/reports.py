"""The commands on reports: check, export, fix."""

from __future__ import annotations

from pathlib import Path

import click

from cchc_core.cli.files import opened, site_of
from cchc_core.cli.fixing import FixOptions, fix_file
from cchc_core.cli.inputs import RESULTS, inputs_of
from cchc_core.cli.localised import LocalisedCommand
from cchc_core.cli.many import run as run_task
from cchc_core.cli.options import (
    complete_exporter,
    complete_file,
    complete_folder,
    complete_rule,
    config_option,
    file_argument,
    files_argument,
    form_option,
    jobs_option,
)
from cchc_core.cli.setting import complete_set
from cchc_core.cli.tasks import Checking, Exporting, Form
from cchc_core.words import Language, say

__all__ = ["check_command", "export_command", "fix_command"]

_EXAMPLE = "examples/dinh-hoa-2021.json"


def check_command(lang: Language) -> click.Command:
    """Make ``cchc check``."""

    def run(
        files: tuple[str, ...], form: Form, jobs: int | None, config: str | None, *, every: bool, **_: object
    ) -> int:
        site = site_of(config, lang)
        return run_task(Checking(form=form, every=every), inputs_of(files, site.suffixes, lang), site, jobs)

    return LocalisedCommand(
        "check",
        lang,
        examples=(
            f"check {_EXAMPLE}",
            f"check {_EXAMPLE} --format json --lang en",
            "check - < bao-cao.json",
            "check examples --format summary",
            "check examples --format sarif > ket-qua.sarif",
        ),
        params=[
            files_argument(),
            form_option(lang, ("text", "json", "summary", "sarif", "junit")),
            click.Option(["--all", "every"], is_flag=True, help=say("cli.option.all", lang)),
            jobs_option(lang),
            config_option(lang),
        ],
        callback=run,
    )


def export_command(lang: Language) -> click.Command:
    """Make ``cchc export``."""

    def run(
        files: tuple[str, ...],
        names: tuple[str, ...],
        folder: str,
        form: Form,
        jobs: int | None,
        config: str | None,
        settings: tuple[str, ...],
        **_: object,
    ) -> int:
        site, output = site_of(config, lang), Path(folder)
        exporters = tuple(dict.fromkeys(names or sorted(site.plugins.exporters)))
        task = Exporting(form=form, exporters=exporters, folder=output, settings=settings)
        return run_task(task, task.planned(inputs_of(files, site.suffixes, lang, output), site), site, jobs)

    return LocalisedCommand(
        "export",
        lang,
        examples=(
            f"export {_EXAMPLE} -o ket-qua",
            f"export {_EXAMPLE} --to xlsx --to json -o ket-qua",
            f"export {_EXAMPLE} --to xlsx --set charts=no",
            "export examples --to xlsx -o ket-qua",
        ),
        params=[
            files_argument(),
            click.Option(
                ["--to", "names"],
                metavar="NAME",
                multiple=True,
                shell_complete=complete_exporter,
                help=say("cli.option.to", lang),
            ),
            click.Option(
                ["--set", "settings"],
                metavar="OPTION=VALUE",
                multiple=True,
                shell_complete=complete_set,
                help=say("cli.option.set", lang),
            ),
            click.Option(
                ["-o", "--output", "folder"],
                metavar="DIR",
                default=RESULTS,
                shell_complete=complete_folder,
                help=say("cli.option.output", lang),
            ),
            form_option(lang, ("text", "summary")),
            jobs_option(lang),
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
        return fix_file(opened(file, site_of(config, lang)), options)

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
