"""The steps behind ``cchc fix``: which suggestions are accepted, and what is written then."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from attrs import frozen

from cchc_core.checks import MOST_TOLD, Candidate, Cause, describe_candidate
from cchc_core.cli.ending import CLEAN, FINDINGS, STANDARD_INPUT, Stop
from cchc_core.cli.files import Checked, check_again, save_or_stop
from cchc_core.cli.output import complain, print_lines
from cchc_core.cli.text import cause_lines
from cchc_core.convert import dump
from cchc_core.corrections import Correction, correct, log_of, suggested
from cchc_core.errors import ReadError
from cchc_core.jsontext import parse_json
from cchc_core.rules import Severity
from cchc_core.words import Language, say

__all__ = ["FixOptions", "fix_file"]

Accepted = list[tuple[Cause, Candidate]]
"""Causes, each with the candidate that was accepted for it."""


@frozen(kw_only=True)
class FixOptions:
    """What was asked for.

    Args:
        codes: Rules whose suggestions are accepted; none to be asked one by one.
        output: Where the corrected report goes; ``None`` for a name beside the original.
        log: Where the log goes; ``None`` for a name beside the corrected report.
        in_place: Whether the original may be overwritten.
        force: Whether another file that exists may be overwritten.
    """

    codes: tuple[str, ...] = ()
    output: str | None = None
    log: str | None = None
    in_place: bool = False
    force: bool = False


def fix_file(checked: Checked, options: FixOptions) -> int:
    """Accept suggestions, write the corrected report and the log, and say what was changed.

    Returns:
        0 if no error is left in the corrected report, 1 if one is, or if nothing was accepted.
    """
    lang = checked.lang
    named = _accepted(checked, options.codes)
    target, log = _targets(checked, options)
    accepted = named if options.codes else _asked(checked)
    if not accepted:
        print_lines([("bold", say("cli.fix_nothing", lang))])
        return FINDINGS if checked.result.has_errors else CLEAN
    report, corrections = correct(checked.report, checked.result, accepted, lang)
    again = check_again(checked, report)
    try:
        content = log_of(corrections, log.read_bytes() if log.exists() else b"", lang)
    except ReadError as error:
        raise Stop(ReadError(error.faults, str(log)).describe(lang)) from None
    save_or_stop({target: dump(report), log: content}, lang)
    print_lines(_correction_lines(corrections, lang))
    print_lines([("green", say("cli.fix_wrote", lang, path=target, log=log))])
    before, left = (_errors(each) for each in (checked, again))
    print_lines([("bold", say("cli.fix_left", lang, before=before, left=left))])
    return FINDINGS if again.result.has_errors else CLEAN


def _targets(checked: Checked, options: FixOptions) -> tuple[Path, Path]:
    """Choose where to write, and refuse to overwrite what nobody said may be."""
    name, lang = checked.name, checked.lang
    if options.in_place:
        if name == STANDARD_INPUT or options.output is not None:
            raise Stop(say("cli.fix_in_place", lang))
        if not _is_json(checked.content):
            raise Stop(say("cli.fix_not_json", lang, path=name))
        target = Path(name)
    else:
        stem = "bao-cao" if name == STANDARD_INPUT else Path(name).stem
        folder = Path() if name == STANDARD_INPUT else Path(name).parent
        target = Path(options.output) if options.output else folder / f"{stem}.da-sua.json"
        if target.exists() and name != STANDARD_INPUT and target.samefile(name):
            key = "cli.fix_original" if _is_json(checked.content) else "cli.fix_not_json"
            raise Stop(say(key, lang, path=target))
        if target.exists() and not options.force:
            raise Stop(say("cli.fix_exists", lang, path=target))
    log = Path(options.log) if options.log else target.with_name(f"{target.stem}.nhat-ky.json")
    if log.absolute() == target.absolute() or (log.exists() and name != STANDARD_INPUT and log.samefile(name)):
        raise Stop(say("cli.fix_log_is_report", lang, path=log))
    return target, log


def _is_json(content: bytes) -> bool:
    """Tell whether a report that could be read is JSON, as the corrected one will be."""
    tree, _ = parse_json(content)
    return tree is not None


def _accepted(checked: Checked, codes: Sequence[str]) -> Accepted:
    """Give the suggestions of the causes that break the rules named, each cause once.

    Without a name, and without someone to ask, say which could be named.
    """
    if not codes and (checked.name == STANDARD_INPUT or not sys.stdin.isatty()):
        how = say("cli.fix_how", checked.lang, codes=", ".join(_codes(checked)) or say("cli.none", checked.lang))
        raise Stop(how)
    causes = [cause for code in codes for cause in suggested(checked.result, code.upper())]
    return [
        (cause, cause.suggestion)
        for cause in checked.result.causes
        if cause.suggestion is not None and any(cause is each for each in causes)
    ]


def _asked(checked: Checked) -> Accepted:
    """Ask about each cause in turn."""
    lang = checked.lang
    accepted: Accepted = []
    for number, cause in enumerate(checked.result.causes, 1):
        print_lines([("", ""), *cause_lines(checked.result, cause, number, lang)])
        candidate = _answer(cause, lang)
        if candidate is not None:
            accepted.append((cause, candidate))
    return accepted


def _answer(cause: Cause, lang: Language) -> Candidate | None:
    """Ask for one cause: the suggestion, or one of the candidates that were told and have values, or none of them."""
    told = cause.candidates[:MOST_TOLD]
    choices = [candidate for candidate in told if all(each.value is not None for each in candidate.changes)]
    if not choices:
        return None
    only = cause.suggestion or (choices[0] if len(cause.candidates) == 1 else None)
    if only is not None:
        key = "cli.fix_ask_unsure" if cause.suggestion is None else "cli.fix_ask"
        yes, no = ("c", "k") if lang == "vi" else ("y", "n")
        return (
            only
            if _choice(say(key, lang, changes=describe_candidate(only, lang)), (yes, no), no, lang) == yes
            else None
        )
    numbers = [str(told.index(candidate) + 1) for candidate in choices]
    answer = _choice(say("cli.fix_choose", lang), [*numbers, "0"], "0", lang)
    return None if answer == "0" else told[int(answer) - 1]


def _choice(question: str, choices: Sequence[str], default: str, lang: Language) -> str:
    """Ask until the answer is one of the choices; nothing typed is the default."""
    while True:
        answer = str(click.prompt(question, default=default)).strip().lower()
        if answer in choices:
            return answer
        complain(say("cli.bad_answer", lang, choices=", ".join(choices)), style="yellow")


def _codes(checked: Checked) -> list[str]:
    causes = [cause for cause in checked.result.causes if cause.suggestion is not None]
    return sorted({finding.code for cause in causes for finding in checked.result.findings_of(cause)})


def _correction_lines(corrections: Sequence[Correction], lang: Language) -> Iterator[tuple[str, str]]:
    for correction in corrections:
        yield "", say("cli.fixed", lang, path=correction.place.path, rules=", ".join(correction.rules))
        yield "dim", f"    {correction.reason}"


def _errors(checked: Checked) -> int:
    return sum(finding.severity is Severity.ERROR for finding in checked.result.findings)
