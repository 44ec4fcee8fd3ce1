"""An exporter that does all that is demanded, and for each demand one that breaks it and no other."""

from __future__ import annotations

import csv
import io
import os
import socket
import subprocess
import sys
import threading
import time
import warnings
from collections.abc import Iterator
from decimal import Context, Decimal
from pathlib import Path
from typing import Any
from unicodedata import normalize

from attrs import evolve, frozen

from cchc_core import describe
from cchc_core.checks import Marks, marks_of
from cchc_core.forms import FigureValue, OpenBound, OpenWord
from cchc_core.numbers import printed
from cchc_core.plugins import Exporter, ExportJob, option
from cchc_core.report import Tier
from cchc_core.tables import sections_of

__all__ = ["BROKEN", "SOUND"]

_CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(127, 160)))
_MANY_ROWS, _MANY_FINDINGS = 100, 450
_LONG = 250
_TOLD = 9
_DIGITS = 12


@frozen(kw_only=True)
class Options:
    """What can be chosen of the sound exporter."""

    findings: bool = option(default=True, vi="Kèm phát hiện", en="Write the findings too")


class Csv:
    """Writes every figure of a report on a line of its own, with its label and its mark, then what was found."""

    def render(self, job: ExportJob) -> bytes:
        """Write the report."""
        out = io.StringIO(newline="")
        csv.writer(out).writerows([[self.text(cell) for cell in row] for row in self.rows(job)])
        return out.getvalue().encode()

    def text(self, text: str) -> str:
        """Make text harmless, so that no program takes it for a formula."""
        clean = normalize("NFC", text).translate(_CONTROLS)
        return f"'{clean}" if clean.startswith(("=", "+", "-", "@")) and not clean[1:2].isdigit() else clean

    def rows(self, job: ExportJob) -> Iterator[list[str]]:
        """Give the rows of the file."""
        yield from self.head(job)
        marks = marks_of(job.result)
        for label, path, value in figures_of(job):
            yield [label, self.value(job, path, value), self.mark(marks, path)]
        if job.options_as(Options).findings:
            yield from ([describe(finding, job.lang)] for finding in job.result.findings[:_TOLD])

    def head(self, job: ExportJob) -> Iterator[list[str]]:
        """Say who reports, and on what."""
        yield [job.report.agency.name]
        yield [str(job.report.period.end.year)]

    def value(self, job: ExportJob, path: str, value: FigureValue | None) -> str:
        """Print a figure."""
        if isinstance(value, OpenBound):
            return f"{self.word(value.word)} {printed(value.value)}".strip()
        return "" if value is None else self.number(value)

    def word(self, word: OpenWord) -> str:
        """Print the word before a figure that is left open."""
        return word.label

    def number(self, value: int | Decimal) -> str:
        """Print a number."""
        return printed(value)

    def mark(self, marks: Marks, path: str) -> str:
        """Mark a figure that is in doubt."""
        return "!" if marks.numbers(path) else ""


def figures_of(job: ExportJob) -> Iterator[tuple[str, str, FigureValue | None]]:
    """Give label, path and value of every figure."""
    for section in sections_of(job.report):
        for line in section.lines:
            yield line.label, line.path, line.value
        for table in section.tables:
            for row in table.rows:
                for figure in (*table.columns, *table.details, *table.shares):
                    yield f"{row.label}: {figure.label}", row.path_of(figure), row.value_of(figure)


SOUND = Exporter(
    name="thu-csv", suffix=".csv", media_type="text/csv", title="Bảng CSV", render=Csv().render, options=Options
)
"""Passes every check."""


class Raising(Csv):
    """Cannot write any report."""

    def rows(self, job: ExportJob) -> Iterator[list[str]]:
        """Fail."""
        raise KeyError("số liệu")


class BytesLike(Csv):
    """Gives what only looks like bytes."""

    def render(self, job: ExportJob) -> bytes:
        """Write the report into something that can be changed."""
        return bytearray(super().render(job))  # type: ignore[return-value]


class WithBell(Csv):
    """Rings the bell."""

    def render(self, job: ExportJob) -> bytes:
        """Add a control character."""
        return super().render(job) + b"\x07"


class Vietnamese(Csv):
    """Knows one language."""

    def head(self, job: ExportJob) -> Iterator[list[str]]:
        """Look the language up."""
        yield [{"vi": "Cơ quan"}[str(job.lang)], job.report.agency.name]
        yield [str(job.report.period.end.year)]


class SomethingReported(Csv):
    """Counts on there being a figure."""

    def rows(self, job: ExportJob) -> Iterator[list[str]]:
        """Take the first figure that is there."""
        next(value for _, _, value in figures_of(job) if value is not None)
        yield from super().rows(job)


class FewRows(Csv):
    """Has room for so many rows."""

    def rows(self, job: ExportJob) -> Iterator[list[str]]:
        """Refuse a long table."""
        if any(len(table.rows) > _MANY_ROWS for section in sections_of(job.report) for table in section.tables):
            raise ValueError("too many rows")
        yield from super().rows(job)


class FewFindings(Csv):
    """Has room for so many findings."""

    def rows(self, job: ExportJob) -> Iterator[list[str]]:
        """Refuse a long list."""
        if len(job.result.findings) > _MANY_FINDINGS:
            raise ValueError("too many findings")
        yield from super().rows(job)


class OfDistricts(Csv):
    """Knows one tier."""

    def head(self, job: ExportJob) -> Iterator[list[str]]:
        """Look the tier up."""
        yield [{Tier.DISTRICT: "Huyện"}[job.report.agency.tier], job.report.agency.name]
        yield [str(job.report.period.end.year)]


class OneForgotten(Csv):
    """Leaves a figure out."""

    def value(self, job: ExportJob, path: str, value: FigureValue | None) -> str:
        """Print all but one."""
        return "" if path == "direction.tasks_ongoing" else super().value(job, path, value)


class Normalising(Csv):
    """Prints 97,6 for 97,60."""

    def number(self, value: int | Decimal) -> str:
        """Print a number without the zeros at its end."""
        return printed(value if isinstance(value, int) else Decimal(format(value.normalize(), "f")))


class Wordless(Csv):
    """Prints 200 for "trên 200"."""

    def word(self, word: OpenWord) -> str:
        """Print nothing."""
        return ""


class OfDecimals(Csv):
    """Prints Decimal('97.60') for 97,60."""

    def number(self, value: int | Decimal) -> str:
        """Print what Python shows to programmers."""
        return printed(value) if isinstance(value, int) else repr(value)


class OfBounds(Csv):
    """Prints OpenBound(word=<OpenWord.OVER: 'over'>, value=Decimal('200')) for "trên 200"."""

    def value(self, job: ExportJob, path: str, value: FigureValue | None) -> str:
        """Print what Python shows to programmers."""
        return repr(value) if isinstance(value, OpenBound) else super().value(job, path, value)


class OfWords(Csv):
    """Prints OpenWord.OVER 200 for "trên 200"."""

    def word(self, word: OpenWord) -> str:
        """Print the name of the constant."""
        return str(word)


class Unsigned(Csv):
    """Prints 18 for -18."""

    def number(self, value: int | Decimal) -> str:
        """Print a number without its sign."""
        return printed(-value if value < 0 else value)


class Imprecise(Csv):
    """Knows twelve digits."""

    def number(self, value: int | Decimal) -> str:
        """Round to twelve digits."""
        if len(str(abs(value))) > _DIGITS:
            return printed(Context(prec=_DIGITS).create_decimal(value))
        return printed(value)


class Zeroing(Csv):
    """Prints a blank as 0."""

    def value(self, job: ExportJob, path: str, value: FigureValue | None) -> str:
        """Print what is false as 0."""
        blank = value is None or (value.value == 0 if isinstance(value, OpenBound) else value == 0)
        return "0" if blank else super().value(job, path, value)


class Nameless(Csv):
    """Prints figures of agencies without saying whose they are."""

    def rows(self, job: ExportJob) -> Iterator[list[str]]:
        """Leave out the names of agencies."""
        named = {each.agency for each in job.report.procedures.dossiers_by_agency.agencies}
        for label, *cells in super().rows(job):
            yield ["" if label.partition(":")[0] in named else label, *cells]


class WithoutAnnexes(Csv):
    """Knows the areas of the report and nothing else."""

    def rows(self, job: ExportJob) -> Iterator[list[str]]:
        """Write the areas."""
        yield from super().rows(evolve(job, report=job.report.revise(annexes=())))


class Agencyless(Csv):
    """Does not say who reports."""

    def head(self, job: ExportJob) -> Iterator[list[str]]:
        """Say the year alone."""
        yield [str(job.report.period.end.year)]


class Timeless(Csv):
    """Does not say of which year."""

    def head(self, job: ExportJob) -> Iterator[list[str]]:
        """Say the agency alone."""
        yield [job.report.agency.name]


class Decomposing(Csv):
    """Takes letters apart."""

    def text(self, text: str) -> str:
        """Part letter and accent."""
        return normalize("NFD", super().text(text))


class Replacing(Csv):
    """Replaces a letter."""

    def __init__(self, letter: str, by: str) -> None:
        self._letter, self._by = letter, by

    def text(self, text: str) -> str:
        """Write something else for a letter that many fonts do not have."""
        return super().text(text).replace(self._letter, self._by)


class Unquoting(Csv):
    """Lets controls through."""

    def text(self, text: str) -> str:
        """Leave controls in, and keep what no program takes for a formula."""
        return ("'" if super().text(text).startswith("'") else "") + normalize("NFC", text)


class Unguarded(Csv):
    """Lets formulas through."""

    def text(self, text: str) -> str:
        """Leave text as it is."""
        return normalize("NFC", text).translate(_CONTROLS)


class Shortening(Csv):
    """Cuts long text off."""

    def text(self, text: str) -> str:
        """Keep the beginning."""
        return super().text(text)[:_LONG]


class Repairing(Csv):
    """Prints what the check suggests."""

    def value(self, job: ExportJob, path: str, value: FigureValue | None) -> str:
        """Look for a suggestion."""
        for cause in job.result.causes:
            for change in cause.suggestion.changes if cause.suggestion else ():
                if change.place.path == path and isinstance(change.value, int):
                    return self.number(change.value)
        return super().value(job, path, value)


class Unmarking(Csv):
    """Marks nothing."""

    def mark(self, marks: Marks, path: str) -> str:
        """Leave the mark out."""
        return ""


class MarkingAll(Csv):
    """Marks everything once anything is wrong."""

    def mark(self, marks: Marks, path: str) -> str:
        """Mark without looking where."""
        return "!" if marks.entries else ""


class MarkingBelow(Csv):
    """Marks figures on lines of their own, and once anything is wrong all of them."""

    def rows(self, job: ExportJob) -> Iterator[list[str]]:
        """Write the mark below the figure."""
        is_marked = bool(marks_of(job.result).entries)
        for row in super().rows(job):
            yield row
            if len(row) == len(("label", "value", "mark")) and is_marked:
                yield ["rule:", "ONL-001"]


class Counting(Csv):
    """Numbers its files."""

    made = 0

    def render(self, job: ExportJob) -> bytes:
        """Write a number that grows."""
        Counting.made += 1
        return super().render(job) + f"lần {Counting.made}\r\n".encode()


class ByIdentity(Csv):
    """Writes where the report lies in memory."""

    def rows(self, job: ExportJob) -> Iterator[list[str]]:
        """Add an identifier that is none."""
        yield from super().rows(job)
        yield [f"#{id(job.report):x}"]


class Unsorted(Csv):
    """Writes what a set gives, as it gives it."""

    def rows(self, job: ExportJob) -> Iterator[list[str]]:
        """Add labels in the order of their hashes."""
        yield from super().rows(job)
        yield from ([label] for label in {label for label, _, _ in figures_of(job)})


class Sharing(Csv):
    """Cannot be called by two at once."""

    inside = 0

    def rows(self, job: ExportJob) -> Iterator[list[str]]:
        """Count who is in, in a variable that all calls share."""
        Sharing.inside += 1
        time.sleep(0.01)
        found = Sharing.inside
        yield from super().rows(job)
        Sharing.inside -= 1
        yield ["x" * found]


class Changing(Csv):
    """Changes the report that it is given."""

    def render(self, job: ExportJob) -> bytes:
        """Sign it."""
        object.__setattr__(job.report.signatory, "name", "Bộ xuất")
        return super().render(job)


class Asking(Csv):
    """Asks for something and makes no use of it."""

    def __init__(self, what: str) -> None:
        self._what = what

    def render(self, job: ExportJob) -> bytes:
        """Ask first."""
        getattr(self, self._what)()
        return super().render(job)

    def clock(self) -> None:
        """Look at the time."""
        time.time()

    def clock_without_a_time(self) -> None:
        """Look at the time in another way."""
        time.strftime("%Y")

    def chance(self) -> None:
        """Throw dice."""
        os.urandom(4)

    def environment(self) -> None:
        """Read a variable."""
        os.environ.get("CCHC_LANG")

    def network(self) -> None:
        """Look a name up."""
        try:
            socket.getaddrinfo("localhost", 80)
        except OSError:
            return

    def network_in_a_thread(self) -> None:
        """Look a name up, where it is not seen at once."""
        asking = threading.Thread(target=self.network)
        asking.start()
        asking.join()

    def files(self) -> None:
        """Read a file that no package brings."""
        with Path(os.devnull).open("rb"):
            return

    def files_to_write(self) -> None:
        """Write into the void."""
        with Path(os.devnull).open("wb"):
            return

    def processes(self) -> None:
        """Run a program."""
        subprocess.run(["true"], check=False)

    def output(self) -> None:
        """Say something."""
        sys.stdout.write("đang xuất\n")

    def warning(self) -> None:
        """Warn."""
        warnings.warn("cũ", DeprecationWarning, stacklevel=2)

    def surroundings(self) -> None:
        """Leave something in the environment."""
        os.environ["CCHC_CONFORMANCE"] = "1"


class NoneIsOther(Csv):
    """Takes no options for other options."""

    def rows(self, job: ExportJob) -> Iterator[list[str]]:
        """Add a line if there are options."""
        yield from super().rows(job)
        yield ["có tùy chọn" if job.options else "không có"]


class OneValue(Csv):
    """Cannot write what an option allows."""

    def rows(self, job: ExportJob) -> Iterator[list[str]]:
        """Fail if the option is off."""
        if not job.options_as(Options).findings:
            raise NotImplementedError
        yield from super().rows(job)


class NoValue(Csv):
    """Has an option that does nothing."""

    def rows(self, job: ExportJob) -> Iterator[list[str]]:
        """Ask for the options and forget them."""
        job.options_as(Options)
        yield from super().rows(evolve(job, options=None))


class AnyOptions(Csv):
    """Takes whatever options it is given."""

    def rows(self, job: ExportJob) -> Iterator[list[str]]:
        """Look whether there is such an option."""
        options = Options(findings=getattr(job.options, "findings", True))
        yield from super().rows(evolve(job, options=options))


class Assuming(Csv):
    """Takes whatever options it is given for its own."""

    def rows(self, job: ExportJob) -> Iterator[list[str]]:
        """Read the option, whosever options these are."""
        options: Any = job.options
        yield from super().rows(evolve(job, options=options and Options(findings=options.findings)))


@frozen(kw_only=True)
class Untold:
    """Options that are said in one language."""

    findings: bool = option(default=True, vi="Findings", en="Findings")


class OfUntold(Csv):
    """Has options that are said in one language."""

    def rows(self, job: ExportJob) -> Iterator[list[str]]:
        """Translate the options."""
        options = Options(findings=job.options_as(Untold).findings)
        yield from super().rows(evolve(job, options=options))


def _with(made: Csv) -> Exporter:
    return evolve(SOUND, render=made.render)


BROKEN: dict[str, tuple[Exporter, ...]] = {
    "name_is_free": (evolve(SOUND, name="markdown"), evolve(SOUND, name="thu-")),
    "suffixes_fit_the_media_type": (evolve(SOUND, suffix=".CSV"), evolve(SOUND, suffix=".json")),
    "media_type_is_well_formed": (evolve(SOUND, media_type="text/csv; utf-8"),),
    "title_can_be_shown": (
        evolve(SOUND, title=normalize("NFD", "Bảng CSV")),
        evolve(SOUND, title=" "),
        evolve(SOUND, title="Bảng " * 30 + "CSV"),
    ),
    "a_report_is_rendered": (_with(Raising()),),
    "gives_bytes": (_with(BytesLike()),),
    "file_is_well_formed": (_with(WithBell()),),
    "text_can_be_read": (evolve(SOUND, media_type="application/x-thu", suffix=".thu"),),
    "every_language_is_rendered": (_with(Vietnamese()),),
    "an_empty_report_is_rendered": (_with(SomethingReported()),),
    "the_largest_report_is_rendered": (_with(FewRows()),),
    "hundreds_of_findings_are_rendered": (_with(FewFindings()),),
    "any_report_is_rendered": (_with(OfDistricts()),),
    "every_count_is_there": (_with(OneForgotten()),),
    "decimals_keep_their_zeros": (_with(Normalising()),),
    "open_bounds_are_there": (_with(Wordless()),),
    "figures_are_written_for_people": (_with(OfDecimals()), _with(OfBounds()), _with(OfWords())),
    "figures_below_zero_keep_their_sign": (_with(Unsigned()),),
    "fifteen_digits_are_exact": (_with(Imprecise()),),
    "a_blank_is_not_zero": (_with(Zeroing()),),
    "every_row_is_named": (_with(Nameless()),),
    "annexes_are_there": (_with(WithoutAnnexes()),),
    "the_agency_is_named": (_with(Agencyless()),),
    "the_period_is_told": (_with(Timeless()),),
    "vietnamese_survives": (_with(Decomposing()), _with(Replacing("ă", "a")), _with(Replacing("ế", "\ufffd"))),
    "hostile_text_breaks_no_file": (_with(Unquoting()),),
    "hostile_text_stays_text": (_with(Unguarded()),),
    "no_text_is_lost": (_with(Shortening()),),
    "nothing_is_repaired": (_with(Repairing()),),
    "a_broken_figure_is_marked": (_with(Unmarking()), _with(MarkingAll()), _with(MarkingBelow())),
    "same_job_same_bytes": (_with(Counting()),),
    "equal_job_same_bytes": (_with(ByIdentity()),),
    "same_bytes_in_another_process": (_with(Unsorted()), evolve(SOUND, render=lambda job: Csv().render(job))),
    "same_bytes_in_threads": (_with(Sharing()),),
    "the_job_is_left_as_it_was": (_with(Changing()),),
    "asks_no_clock": (_with(Asking("clock")), _with(Asking("clock_without_a_time"))),
    "asks_no_chance": (_with(Asking("chance")),),
    "asks_no_environment": (_with(Asking("environment")),),
    "asks_no_network": (_with(Asking("network")), _with(Asking("network_in_a_thread"))),
    "touches_no_files": (_with(Asking("files")), _with(Asking("files_to_write"))),
    "starts_no_process": (_with(Asking("processes")),),
    "prints_nothing": (_with(Asking("output")),),
    "warns_of_nothing": (_with(Asking("warning")),),
    "changes_nothing_around_it": (_with(Asking("surroundings")),),
    "options_are_told_in_both_languages": (evolve(SOUND, options=Untold, render=OfUntold().render),),
    "no_options_are_the_defaults": (_with(NoneIsOther()),),
    "every_option_value_is_rendered": (_with(OneValue()),),
    "every_option_makes_a_difference": (_with(NoValue()),),
    "options_of_another_are_refused": (_with(AnyOptions()), _with(Assuming())),
}
"""By the name of the check that each of them fails."""
