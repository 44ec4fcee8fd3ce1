"""Telling what came of files while they come: to be read, to programs, one line a file, or as one document."""

from __future__ import annotations

import sys
from typing import Protocol

from attrs import Factory, define

from cchc_core.cli.ending import CLEAN, FINDINGS, MISUSE
from cchc_core.cli.files import warn_of
from cchc_core.cli.output import complain, print_lines, print_table, print_text
from cchc_core.cli.tasks import DOCUMENTS, Form, Outcome, from_here
from cchc_core.interchange import JunitText, NamedResult, SarifText
from cchc_core.words import Language, say

__all__ = ["Tally", "Teller", "complain_of", "teller_of"]

_RESULTS = {CLEAN: "cli.clean", FINDINGS: "cli.has_errors", MISUSE: "cli.failed"}
_HEADS = ("cli.file", "cli.result", "cli.errors", "cli.warnings", "cli.agency", "cli.period")


class Teller(Protocol):
    """Prints results to standard output."""

    def tell(self, outcome: Outcome) -> None:
        """Print the result of one file."""

    def end(self, tally: Tally) -> None:
        """Print what follows the last one."""


@define
class Tally:
    """How many files ended in which way, and the first trouble of each that could not be dealt with."""

    counts: dict[int, int] = Factory(lambda: {CLEAN: 0, FINDINGS: 0, MISUSE: 0})
    failed: list[str] = Factory(list)

    def count(self, outcome: Outcome) -> None:
        """Count one file."""
        self.counts[outcome.code] += 1
        self.failed += (f"{outcome.name}: {each.message}" for each in outcome.troubles[:1])

    @property
    def code(self) -> int:
        """The exit code of them all: that of the worst."""
        return max(code for code, count in self.counts.items() if count)

    def lines(self, lang: Language) -> list[tuple[str, str]]:
        """Sum up, and list what could not be dealt with."""
        clean, findings, failed = self.counts.values()
        facts = {"total": clean + findings + failed, "clean": clean, "findings": findings, "failed": failed}
        return [("bold", say("cli.tally", lang, **facts)), *(("bold red", f"    {each}") for each in self.failed)]


def teller_of(form: Form, lang: Language, *, are_several: bool) -> Teller:
    """Choose how results are told.

    Args:
        form: The form that is asked for.
        lang: Language of what is told.
        are_several: Whether there may be more than one; they are then summed up.
    """
    if form == "text":
        return _InFull(lang, are_several)
    if form in DOCUMENTS:
        return _AsDocument(lang, are_several, form, SarifText(lang) if form == "sarif" else JunitText())
    return _AsJson(lang, are_several) if form == "json" else _InLines(lang, are_several)


def complain_of(outcome: Outcome, lang: Language, *, named: bool) -> None:
    """Print to standard error what must be known of a file, and why it could not be dealt with.

    Args:
        outcome: What came of the file.
        lang: Language of messages.
        named: Whether each line of trouble begins with the name of the file.
    """
    if outcome.notices or outcome.troubles:
        sys.stdout.flush()  # where both go to one place, they stay in order
    for notice in outcome.notices:
        warn_of(notice, lang)
    for trouble in outcome.troubles:
        message = f"{outcome.name}: {trouble.message}" if named else trouble.message
        complain(say("cli.error", lang, message=message))


@define
class _InFull:
    """Everything about each file, parted by empty lines."""

    lang: Language
    are_several: bool
    is_first: bool = True

    def tell(self, outcome: Outcome) -> None:
        if outcome.lines:
            print_lines(outcome.lines if self.is_first else [("", ""), *outcome.lines])
            self.is_first = False

    def end(self, tally: Tally) -> None:
        if self.are_several:
            print_lines([("", ""), *tally.lines(self.lang)])


@define
class _AsJson:
    """One value, or one array that is printed value by value, so that none has to be kept."""

    lang: Language
    are_several: bool
    is_first: bool = True

    def tell(self, outcome: Outcome) -> None:
        if not self.are_several:
            print_text(f"{outcome.json}\n")
            return
        indented = outcome.json.replace("\n", "\n  ")
        print_text(f"{'[' if self.is_first else ','}\n  {indented}")
        self.is_first = False

    def end(self, tally: Tally) -> None:
        if self.are_several:
            print_text("\n]\n")
            _sum_up(tally, self.lang)


@define
class _AsDocument:
    """One document of all files, printed file by file, so that none has to be kept."""

    lang: Language
    are_several: bool
    form: Form
    document: SarifText | JunitText

    def tell(self, outcome: Outcome) -> None:
        unread = NamedResult(name=from_here(outcome.name), troubles=outcome.troubles, lang=self.lang)
        print_text(self.document.add(outcome.piece or DOCUMENTS[self.form](unread)))

    def end(self, tally: Tally) -> None:
        print_text(self.document.end())
        if self.are_several:
            _sum_up(tally, self.lang)


@define
class _InLines:
    """One line a file; a table, whose columns are as wide as what is in them, is printed at the end."""

    lang: Language
    are_several: bool
    rows: list[tuple[str, ...]] = Factory(list)

    def tell(self, outcome: Outcome) -> None:
        name = " ".join(outcome.name.split())  # a name may hold what ends a line or parts columns
        row = (name, say(_RESULTS[outcome.code], self.lang), *(outcome.fields or ("",) * (len(_HEADS) - 2)))
        if sys.stdout.isatty():
            self.rows.append(row)
        else:
            print_table((), [row])

    def end(self, tally: Tally) -> None:
        if self.rows:
            print_table([say(each, self.lang) for each in _HEADS], self.rows)
        if self.are_several:
            _sum_up(tally, self.lang)


def _sum_up(tally: Tally, lang: Language) -> None:
    """Sum up for people, where standard output is for programs."""
    sys.stdout.flush()
    for style, line in tally.lines(lang):
        complain(line, style)
