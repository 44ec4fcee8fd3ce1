"""The command ``cchc annotate``: an officer's workbook is given back with what was found in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import click

from cchc_core.checks import Entry, describe_place, describe_summary, entries_of
from cchc_core.cli.ending import CLEAN, FINDINGS, STANDARD_INPUT, Stop
from cchc_core.cli.files import Checked, opened, save_or_stop, site_of
from cchc_core.cli.inputs import ANNOTATED
from cchc_core.cli.localised import LocalisedCommand
from cchc_core.cli.options import complete_file, config_option, file_argument
from cchc_core.cli.output import print_lines
from cchc_core.cli.text import Lines
from cchc_core.errors import ReadError
from cchc_core.plugins import AnnotateJob, Reader, called
from cchc_core.words import Language, say

__all__ = ["annotate_command"]

Annotate = Callable[[AnnotateJob], bytes]


def annotate_command(lang: Language) -> click.Command:
    """Make ``cchc annotate``."""

    def run(file: str, output: str | None, config: str | None, *, force: bool, **_: object) -> int:
        return _annotate(opened(file, site_of(config, lang)), output, force=force)

    return LocalisedCommand(
        "annotate",
        lang,
        examples=("annotate bieu-mau.xlsx -o bieu-mau.co-ghi-chu.xlsx",),
        params=[
            file_argument(),
            click.Option(
                ["-o", "--output", "output"],
                metavar="NEW",
                shell_complete=complete_file,
                help=say("cli.option.annotated", lang),
            ),
            click.Option(["--force", "force"], is_flag=True, help=say("cli.option.force", lang)),
            config_option(lang),
        ],
        callback=run,
    )


def _annotate(checked: Checked, output: str | None, *, force: bool) -> int:
    """Write the annotated file, and print in short what was found."""
    lang = checked.lang
    reader = checked.site.plugins.reader_of(checked.content)
    if reader is None or reader.annotate is None:
        raise Stop(say("cli.annotate_not_possible", lang, path=checked.name))
    target = _target(checked, reader, output, force=force)
    job = AnnotateJob(content=checked.content, reading=checked.reading, result=checked.result, lang=lang)
    content = _annotated(reader, reader.annotate, job, checked)
    save_or_stop({target: content}, lang)
    print_lines(_lines(checked))
    print_lines([("green", say("cli.wrote", lang, path=target, size=len(content)))])
    return FINDINGS if checked.result.has_errors else CLEAN


def _annotated(reader: Reader, annotate: Annotate, job: AnnotateJob, checked: Checked) -> bytes:
    """Annotate the file; what cannot be annotated is told with its name."""
    try:
        return called(checked.site.plugins.label_of("readers", reader.name), "annotate", annotate, job, bytes)
    except ReadError as error:
        raise Stop(ReadError(error.faults, checked.name).describe(checked.lang), error.faults) from None


def _target(checked: Checked, reader: Reader, output: str | None, *, force: bool) -> Path:
    """Choose where to write, never over the original, and over nothing else unless it is said."""
    name, lang = checked.name, checked.lang
    stem, folder = ("bao-cao", Path()) if name == STANDARD_INPUT else (Path(name).stem, Path(name).parent)
    target = Path(output) if output else folder / f"{stem}{ANNOTATED}{reader.suffixes[0]}"
    if target.exists() and name != STANDARD_INPUT and target.samefile(name):
        raise Stop(say("cli.annotate_original", lang, path=target))
    if target.exists() and not force:
        raise Stop(say("cli.fix_exists", lang, path=target))
    return target


def _lines(checked: Checked) -> Lines:
    lang = checked.lang
    yield "bold", checked.name
    for entry in entries_of(checked.result):
        severity = say(f"severity.{entry.severity.value}", lang).upper()
        places = "; ".join(dict.fromkeys(_places(entry, lang)))
        yield "", say("cli.annotate_entry", lang, severity=severity, codes=", ".join(entry.codes), places=places)
    if not checked.result.findings:
        yield "bold green", say("cli.no_findings", lang)
    yield "bold", describe_summary(checked.result, lang)


def _places(entry: Entry, lang: Language) -> Iterator[str]:
    """Name the cells of an entry, or what is wrong where that stands in no cell."""
    for finding in entry.findings:
        yield finding.place.cell or describe_place(finding.place, lang)
