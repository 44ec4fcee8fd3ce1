"""What a command does with each of its files, in whichever process, and what it has to say of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import ClassVar, Literal

from attrs import evolve, frozen

from cchc_core.checks import facts_of
from cchc_core.cli.ending import CLEAN, FINDINGS, MISUSE, Stop
from cchc_core.cli.files import Checked, Site, open_at, save_or_stop
from cchc_core.cli.inputs import Input, Inputs, identity
from cchc_core.cli.output import as_json
from cchc_core.cli.setting import options_asked
from cchc_core.cli.text import result_lines
from cchc_core.errors import PluginError
from cchc_core.interchange import NamedResult, Trouble, junit_piece, lines_of, sarif_piece
from cchc_core.plugins import Exporter, ExportJob, Plugins, render
from cchc_core.rules import Severity
from cchc_core.words import Language, say

__all__ = ["DOCUMENTS", "Checking", "Exporting", "Form", "Outcome", "Task", "from_here"]

Form = Literal["text", "json", "summary", "sarif", "junit"]
"""How results are told: to be read, to programs, one line a file, or as one document for a build server."""


DOCUMENTS: Mapping[str, Callable[[NamedResult], str]] = {"sarif": sarif_piece, "junit": junit_piece}
"""Forms that make one document of all files, and what makes the part of one file."""


@frozen(kw_only=True)
class Outcome:
    """What came of one file: text that can be handed from process to process, and no more than is told.

    Args:
        name: Name of the file.
        code: Exit code of the file alone.
        lines: Pairs of style and text, for results that are read.
        fields: Fields of its line, for results of one line a file.
        json: One JSON value, for programs.
        piece: Its part of a document, for build servers; empty if it could not be dealt with.
        notices: What the reader must know, as sentences.
        troubles: Why it, or one of its formats, could not be dealt with.
    """

    name: str
    code: int
    lines: tuple[tuple[str, str], ...] = ()
    fields: tuple[str, ...] = ()
    json: str = ""
    piece: str = ""
    notices: tuple[str, ...] = ()
    troubles: tuple[Trouble, ...] = ()

    @classmethod
    def failed(cls, name: str, troubles: Sequence[Trouble]) -> Outcome:
        """Make the outcome of a file that could not be dealt with."""
        faults = [{"path": each.path, "kind": each.kind, "message": each.message} for each in troubles]
        return cls(name=name, code=MISUSE, json=as_json({"file": name, "faults": faults}), troubles=tuple(troubles))

    @classmethod
    def stopped(cls, name: str, stop: Stop, lang: Language) -> Outcome:
        """Make the outcome of a file whose command would have ended."""
        faults = [Trouble(message=each.describe(lang), path=each.path, kind=each.kind) for each in stop.faults]
        return cls.failed(name, faults or [Trouble(message=line) for line in stop.message.splitlines()])


@frozen(kw_only=True)
class Checking:
    """Check a file.

    Args:
        form: How the result is told.
        every: Whether the outcome of every rule is told, of those that hold too.
    """

    WORTH: ClassVar = 25
    """So many files pay for a process: it takes about as long to start as they take."""

    form: Form
    every: bool

    def do(self, item: Input, site: Site) -> Outcome:
        """Check one file."""
        return _told(open_at(item.name, site), self.form, every=self.every)


@frozen(kw_only=True)
class Exporting:
    """Check a file, and write it in several formats.

    Args:
        form: How the result is told.
        exporters: Names of the formats.
        folder: The folder for the files.
        settings: Options of the formats, as they were written after ``--set``.
    """

    WORTH: ClassVar = 8
    """So many files pay for a process: it takes about as long to start as they take."""

    form: Form
    exporters: tuple[str, ...]
    folder: Path
    settings: tuple[str, ...] = ()

    def planned(self, inputs: Inputs, site: Site) -> Inputs:
        """Find out which files cannot be worked on, since their results would go over a report or other results.

        Raises:
            UnknownNameError: If there is no such format.
            Stop: If two formats would go into one file, or an option is not one of theirs.
        """
        self._options(site)
        return evolve(inputs, items=tuple(self._planned(inputs.items, site)))

    def do(self, item: Input, site: Site) -> Outcome:
        """Check one file, and write it; a format that fails does not stop the others."""
        checked = open_at(item.name, site)
        job = ExportJob(report=checked.report, result=checked.result, lang=site.lang)
        contents, broken = _rendered(self._targets(item, site), job, self._options(site), site.plugins)
        save_or_stop(contents, site.lang)
        told = _told(checked, self.form, every=False)
        wrote = (("green", say("cli.wrote", site.lang, path=path, size=len(each))) for path, each in contents.items())
        troubles = tuple(Trouble(message=each.describe(site.lang)) for each in broken)
        lines = (*told.lines, *wrote) if told.lines else ()
        return evolve(told, lines=lines, troubles=troubles, code=MISUSE if broken else told.code)

    def _planned(self, items: Sequence[Input], site: Site) -> Iterator[Input]:
        reports = {identity(item.name) for item in items}
        owners: dict[object, str] = {}
        for item in items:
            targets = {} if item.fault else {identity(path): path for path in self._targets(item, site)}
            over = [path for each, path in targets.items() if each in reports]
            taken = [(path, owners[each]) for each, path in targets.items() if each in owners]
            if over:
                yield evolve(item, fault=say("cli.would_overwrite", site.lang, path=over[0]))
            elif taken:
                yield evolve(item, fault=say("cli.same_target", site.lang, path=taken[0][0], other=taken[0][1]))
            else:
                owners.update((each, item.name) for each in targets)
                yield item

    def _options(self, site: Site) -> dict[str, object]:
        exporters = [site.plugins.exporter(name) for name in self.exporters]
        return options_asked(self.settings, exporters, site.lang)

    def _targets(self, item: Input, site: Site) -> dict[Path, Exporter]:
        targets: dict[Path, Exporter] = {}
        for exporter in map(site.plugins.exporter, self.exporters):
            path = self.folder / item.place.parent / f"{item.place.name}{exporter.suffix}"
            if path in targets:
                raise Stop(say("cli.same_suffix", site.lang, path=path))
            targets[path] = exporter
        return targets


Task = Checking | Exporting
"""What a command does with each file; it can be sent to other processes."""


def _rendered(
    targets: Mapping[Path, Exporter], job: ExportJob, options: Mapping[str, object], plugins: Plugins
) -> tuple[dict[Path, bytes], list[PluginError]]:
    contents: dict[Path, bytes] = {}
    broken: list[PluginError] = []
    for path, exporter in targets.items():
        try:
            given = evolve(job, options=options.get(exporter.name))
            contents[path] = render(exporter, given, plugins.label_of("exporters", exporter.name))
        except PluginError as error:
            broken.append(error)
    return contents, broken


def _told(checked: Checked, form: Form, *, every: bool) -> Outcome:
    """Say what was found in a file, in the form that is asked for."""
    name, report, result, lang = checked.name, checked.report, checked.result, checked.lang
    return Outcome(
        name=name,
        code=FINDINGS if result.has_errors else CLEAN,
        lines=tuple(result_lines(report, result, name, lang, every=every)) if form == "text" else (),
        fields=_fields(checked) if form == "summary" else (),
        json=as_json({"file": name, **facts_of(result, lang)}) if form == "json" else "",
        piece=DOCUMENTS[form](_named(checked)) if form in DOCUMENTS else "",
        notices=(*checked.notices, *(_stopped(checked) if form == "summary" else ())),
    )


def _named(checked: Checked) -> NamedResult:
    """Name the result as its file is named from here; a workbook has no lines."""
    lines = {} if checked.reading.cells else lines_of(checked.content)
    return NamedResult(name=from_here(checked.name), result=checked.result, lines=lines, lang=checked.lang)


def from_here(name: str) -> str:
    """Name a file from the current folder if it lies beneath it, as documents do that are read on other machines."""
    path, here = Path(name), Path.cwd()
    return str(path.relative_to(here)) if path.is_absolute() and path.is_relative_to(here) else name


def _stopped(checked: Checked) -> tuple[str, ...]:
    """Say which rules could not run, where the form has no place for it: its line may say that there is no error."""
    outcomes = checked.result.could_not_run
    codes = ", ".join(sorted({outcome.rule.code for outcome in outcomes}))
    said = say("cli.some_could_not_run", checked.lang, name=checked.name, codes=codes, count=len(outcomes))
    return (said,) if outcomes else ()


def _fields(checked: Checked) -> tuple[str, ...]:
    counts = (str(checked.result.count(each)) for each in (Severity.ERROR, Severity.WARNING))
    report, lang = checked.report, checked.lang
    return (*counts, " ".join(report.agency.name.split()), report.period.describe(lang))
