"""A reader that does all that is demanded, and for each demand one that breaks it and no other."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
import warnings
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path
from unicodedata import normalize

from attrs import evolve

from cchc_core import CATALOGUE, Fault, Language, ReadError, Report, StatedDay, describe
from cchc_core.checks import system_of
from cchc_core.convert import dump, load
from cchc_core.plugins import AnnotateJob, Reader, Reading, TemplateJob

__all__ = ["BROKEN", "EXAMPLE", "SOUND"]

_MARK = b"#thu-bao-cao\n"
_MANY_FIGURES = 500


class Lines:
    """Reads what follows the mark of the format and lines of notes; the rest is JSON."""

    def accepts(self, content: bytes) -> bool:
        """Look for the mark."""
        return content.startswith(_MARK)

    def read(self, content: bytes) -> Reading:
        """Read the report."""
        if not content.startswith(_MARK):
            self.refuse(content)
        body = b"\n".join(line for line in content.split(b"\n") if not line.startswith(b"#"))
        report = self.report(load(body, lambda: CATALOGUE))
        return Reading(report=report, cells=self.cells(report))

    def refuse(self, content: bytes) -> None:
        """Say that this is no such file."""
        raise ReadError([Fault("", "wrong_format", {"expected": "#thu-bao-cao", "found": repr(content[:12])})])

    def report(self, report: Report) -> Report:
        """Give the report as it was read."""
        return report

    def cells(self, report: Report) -> dict[str, str]:
        """Say where each figure stands."""
        return {path: f"số liệu {number}" for number, path in enumerate(system_of(report).cells, 1)}

    def template(self, job: TemplateJob) -> bytes:
        """Write a form."""
        return _MARK + (dump(job.report) if job.report is not None else b"")

    def annotate(self, job: AnnotateJob) -> bytes:
        """Put notes before the report."""
        notes = [f"# {describe(finding, job.lang)}\n".encode() for finding in job.result.findings]
        return _MARK + b"".join(notes) + job.content.removeprefix(_MARK)


def _reader(made: Lines) -> Reader:
    return Reader(
        name="thu-dong",
        suffixes=(".thu",),
        media_type="application/x-thu",
        title="Tệp thử",
        accepts=made.accepts,
        read=made.read,
        template=made.template,
        annotate=made.annotate,
    )


SOUND = _reader(Lines())
"""Passes every check."""


EXAMPLE = _MARK + (Path(__file__).parents[2] / "examples" / "dinh-hoa-2021.json").read_bytes()
"""A file of the format."""


class Bare(Lines):
    """Gives a report without a word on where it stands."""

    def read(self, content: bytes) -> Reading:
        """Read the report and nothing else."""
        return super().read(content).report  # type: ignore[return-value]


class Shy(Lines):
    """Knows no file."""

    def accepts(self, content: bytes) -> bool:
        """Say no."""
        return False


class Greedy(Lines):
    """Takes every file for its own."""

    def accepts(self, content: bytes) -> bool:
        """Say yes."""
        return True


class Fragile(Lines):
    """Fails where the mark is cut off."""

    def accepts(self, content: bytes) -> bool:
        """Look at the last character of the mark."""
        if content[:1] == b"#" and _MARK.startswith(content):
            raise IndexError("no last character")
        return super().accepts(content)


class Undecided(Lines):
    """Does not say whether a file is its own where the mark is cut off."""

    def accepts(self, content: bytes) -> bool:
        """Say nothing."""
        if content[:1] == b"#" and _MARK.startswith(content):
            return None  # type: ignore[return-value]
        return super().accepts(content)


class Crashing(Lines):
    """Fails instead of refusing."""

    def refuse(self, content: bytes) -> None:
        """Look something up."""
        raise KeyError(content[:1])


class Silent(Lines):
    """Gives nothing instead of refusing."""

    def read(self, content: bytes) -> Reading:
        """Read the report, if it is one."""
        return super().read(content) if self.accepts(content) else None  # type: ignore[return-value]


class Speechless(Lines):
    """Refuses in words that nobody knows."""

    def refuse(self, content: bytes) -> None:
        """Name no fault that there is."""
        raise ReadError([Fault("", "khong_co")])


class Faultless(Lines):
    """Refuses without a reason."""

    def refuse(self, content: bytes) -> None:
        """Name no fault."""
        raise ReadError([])


class Vietnamese(Fault):
    """A fault with words of its own, in one language."""

    def describe(self, lang: Language = "vi") -> str:
        """Say it in Vietnamese, whatever the language."""
        return "Đây không phải tệp thử"


class Untranslated(Lines):
    """Refuses in one language."""

    def refuse(self, content: bytes) -> None:
        """Name a fault that has no English words."""
        raise ReadError([Vietnamese("", "wrong_format")])


class Misplacing(Lines):
    """Tells of a figure that there is not."""

    def cells(self, report: Report) -> dict[str, str]:
        """Add a place."""
        return super().cells(report) | {"khong.co": "số liệu 0"}


class Unplaced(Lines):
    """Tells of a figure that it stands nowhere."""

    def cells(self, report: Report) -> dict[str, str]:
        """Leave a place empty."""
        return super().cells(report) | {"direction.tasks_planned": " "}


class Placeless(Lines):
    """Does not say where figures stand."""

    def cells(self, report: Report) -> dict[str, str]:
        """Say nothing."""
        return {}


class Refusing(Lines):
    """Refuses a form that is filled in."""

    def report(self, report: Report) -> Report:
        """Count the figures."""
        if len(system_of(report).cells) > _MANY_FIGURES:
            raise ReadError([Fault("", "empty")])
        return report


class Rounding(Lines):
    """Reads a figure wrongly."""

    def report(self, report: Report) -> Report:
        """Round a figure."""
        quota = report.civil_service.quota
        return report.revise(civil_service=report.civil_service.revise(quota=quota and quota // 1000 * 1000))


class Emptying(Lines):
    """Takes zero for nothing."""

    def report(self, report: Report) -> Report:
        """Forget a zero."""
        return report.revise(direction=report.direction.revise(tasks_planned=report.direction.tasks_planned or None))


class Normalising(Lines):
    """Reads 97,60 as 97,6."""

    def report(self, report: Report) -> Report:
        """Drop the zeros of an amount."""
        budget = report.public_finance.budget
        shorter = None if budget is None else Decimal(format(budget.normalize(), "f"))
        return report.revise(public_finance=report.public_finance.revise(budget=shorter))


class Shouting(Lines):
    """Reads names in capitals."""

    def report(self, report: Report) -> Report:
        """Change the names of the rows."""
        table = report.procedures.dossiers_by_field
        fields = tuple(evolve(row, field=row.field.upper()) for row in table.fields)
        return report.revise(procedures=report.procedures.revise(dossiers_by_field=evolve(table, fields=fields)))


class Capitalising(Lines):
    """Reads the name of the agency in capitals."""

    def report(self, report: Report) -> Report:
        """Change who reports."""
        return report.revise(agency=evolve(report.agency, name=report.agency.name.upper()))


class Stumbling(Lines):
    """Fails at a name that looks like a formula."""

    def report(self, report: Report) -> Report:
        """Look at the first character."""
        if report.agency.name.startswith("="):
            raise ValueError(report.agency.name)
        return report


class Doubling(Lines):
    """Reads one row too many."""

    def report(self, report: Report) -> Report:
        """Add a row without figures below the last one."""
        table = report.procedures.dossiers_by_agency
        more = tuple(evolve(row, agency="", figures=type(row.figures)()) for row in table.agencies[-1:])
        agencies = evolve(table, agencies=(*table.agencies, *more))
        return report.revise(procedures=report.procedures.revise(dossiers_by_agency=agencies))


class Expecting(Lines):
    """Counts on something being filled in."""

    def read(self, content: bytes) -> Reading:
        """Look at the first character."""
        if content == _MARK:
            raise IndexError("no first character")
        return super().read(content)


class Correcting(Lines):
    """Changes a figure where it should write a note."""

    def annotate(self, job: AnnotateJob) -> bytes:
        """Write another report."""
        direction = job.reading.report.direction
        return _MARK + dump(job.reading.report.revise(direction=direction.revise(tasks_done=1)))


class Dating(Lines):
    """Changes what is no figure where it should write a note."""

    def annotate(self, job: AnnotateJob) -> bytes:
        """Add a day that lies in another year."""
        day = StatedDay(day=date(2020, 6, 1), subject="tính đến", section="II.1")
        return _MARK + dump(job.reading.report.revise(stated_days=(day,)))


class Mutable(Lines):
    """Gives notes in what only looks like bytes."""

    def annotate(self, job: AnnotateJob) -> bytes:
        """Write the file into something that can be changed."""
        return bytearray(super().annotate(job))  # type: ignore[return-value]


class Numbering(Lines):
    """Numbers what it does."""

    def __init__(self, what: str) -> None:
        self._what = what
        self.done = 0

    def _number(self, what: str) -> str:
        self.done += what == self._what
        return str(self.done if what == self._what else 0)

    def template(self, job: TemplateJob) -> bytes:
        """Number the forms."""
        return super().template(job).replace(_MARK, _MARK + f"#{self._number('forms')}\n".encode(), 1)

    def annotate(self, job: AnnotateJob) -> bytes:
        """Number the files with notes."""
        return super().annotate(job).replace(_MARK, _MARK + f"#{self._number('notes')}\n".encode(), 1)

    def cells(self, report: Report) -> dict[str, str]:
        """Number the readings."""
        number = self._number("readings")
        return {path: f"{place}, lần {number}" for path, place in super().cells(report).items()}


class Hashing(Lines):
    """Tells places by what is other in each process."""

    def cells(self, report: Report) -> dict[str, str]:
        """Hash the paths."""
        return {path: str(hash(path)) for path in super().cells(report)}


class Relying(Lines):
    """Counts on a module that somebody else imported."""

    def report(self, report: Report) -> Report:
        """Look for it where it is not in every process."""
        if not sys.modules["pytest"].__doc__:
            raise ReadError([Fault("", "empty")])
        return report


class Sharing(Lines):
    """Cannot be called by two at once."""

    inside = 0

    def cells(self, report: Report) -> dict[str, str]:
        """Count who is in, in a variable that all calls share."""
        Sharing.inside += 1
        time.sleep(0.02)
        found = Sharing.inside
        time.sleep(0.02)
        Sharing.inside -= 1
        return {path: f"{place} {found}" for path, place in super().cells(report).items()}


class Alone(Lines):
    """Fails where two call at once."""

    door = threading.Lock()

    def cells(self, report: Report) -> dict[str, str]:
        """Refuse to be the second."""
        if not self.door.acquire(blocking=False):
            raise RuntimeError("somebody is in already")
        try:
            time.sleep(0.02)
            return super().cells(report)
        finally:
            self.door.release()


def _ask_network() -> None:
    with suppress(OSError):
        socket.getaddrinfo("localhost", 80)


_ASKING: dict[str, Callable[[], object]] = {
    "clock": time.time,
    "chance": lambda: os.urandom(4),
    "environment": lambda: os.environ.get("CCHC_LANG"),
    "network": _ask_network,
    "files": Path(os.devnull).read_bytes,
    "processes": lambda: subprocess.run(["true"], check=False),
    "output": lambda: sys.stdout.write("đang đọc\n"),
    "warning": lambda: warnings.warn("cũ", DeprecationWarning, stacklevel=2),
    "surroundings": lambda: os.environ.update(CCHC_CONFORMANCE="1"),
}


class Asking(Lines):
    """Asks for something and makes no use of it."""

    def __init__(self, what: str) -> None:
        self._what = what

    def read(self, content: bytes) -> Reading:
        """Ask first."""
        _ASKING[self._what]()
        return super().read(content)


BROKEN: dict[str, tuple[Reader, ...]] = {
    "name_is_free": (evolve(SOUND, name="template"),),
    "suffixes_fit_the_media_type": (evolve(SOUND, suffixes=(".THU",)), evolve(SOUND, suffixes=(".thu", ".thu"))),
    "media_type_is_well_formed": (evolve(SOUND, media_type="application/"),),
    "title_can_be_shown": (evolve(SOUND, title=normalize("NFD", "Tệp thử")),),
    "the_sample_is_read": (_reader(Bare()), evolve(SOUND, template=None, annotate=None)),
    "its_own_files_are_accepted": (_reader(Shy()),),
    "other_files_are_not_accepted": (_reader(Greedy()),),
    "damaged_files_are_told_from_others": (_reader(Fragile()), _reader(Undecided())),
    "damaged_files_are_refused": (_reader(Crashing()), _reader(Silent())),
    "faults_are_told_in_both_languages": (_reader(Speechless()), _reader(Faultless()), _reader(Untranslated())),
    "places_are_those_of_figures": (_reader(Misplacing()), _reader(Unplaced())),
    "every_figure_has_a_place": (_reader(Placeless()),),
    "a_filled_form_is_read": (_reader(Refusing()),),
    "figures_come_back": (_reader(Rounding()),),
    "blanks_come_back": (_reader(Emptying()),),
    "printed_decimals_come_back": (_reader(Normalising()),),
    "names_come_back": (
        _reader(Shouting()),
        _reader(Capitalising()),
        _reader(Stumbling()),
        _reader(Doubling()),
    ),
    "a_blank_form_is_read_or_refused": (_reader(Expecting()),),
    "notes_change_no_figure": (_reader(Correcting()), _reader(Dating()), _reader(Mutable())),
    "same_notes_same_bytes": (_reader(Numbering("notes")),),
    "same_form_same_bytes": (_reader(Numbering("forms")),),
    "same_file_same_reading": (_reader(Numbering("readings")),),
    "same_reading_in_another_process": (
        _reader(Hashing()),
        _reader(Relying()),
        evolve(SOUND, read=lambda content: Lines().read(content)),
    ),
    "same_reading_in_threads": (_reader(Sharing()), _reader(Alone())),
    "asks_no_clock": (_reader(Asking("clock")),),
    "asks_no_chance": (_reader(Asking("chance")),),
    "asks_no_environment": (_reader(Asking("environment")),),
    "asks_no_network": (_reader(Asking("network")),),
    "touches_no_files": (_reader(Asking("files")),),
    "starts_no_process": (_reader(Asking("processes")),),
    "prints_nothing": (_reader(Asking("output")),),
    "warns_of_nothing": (_reader(Asking("warning")),),
    "changes_nothing_around_it": (_reader(Asking("surroundings")),),
}
"""By the name of the check that each of them fails."""
