"""What there is to tell of a check, row by row, for the sheets that list it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

from attrs import frozen

from cchc_core import CheckResult, Finding, Severity, describe, describe_basis, describe_cause, describe_place
from cchc_core.checks import MOST_TOLD, Entry, describe_figure, describe_worked_out
from cchc_core.words import Language, say

__all__ = ["Suspect", "Told", "lines_of", "summary_of", "told_rows"]

_NARROWER = 112
"""Letters are narrower than the figures by which columns are measured; so many of them go into a hundred."""
_LONGEST_STORY = 24
"""More lines than this go on in the next row, since no row is higher than a page."""


@frozen(kw_only=True)
class Suspect:
    """A figure in doubt.

    Args:
        text: Its name.
        path: Its path, empty where there is no one figure.
        must_be_wrong: Whether it must be wrong, or only may be.
    """

    text: str = ""
    path: str = ""
    must_be_wrong: bool = False


@frozen(kw_only=True)
class Told:
    """One row: a finding, and beside it a part of the story of its entry, and one of the suspects.

    Args:
        number: Number of the entry, as comments and colours know it.
        severity: How grave it is.
        code: Rule that is broken.
        path: Path of what the finding speaks of, empty in a row that only goes on with an entry.
        place: Where that is, in words.
        broken: What is wrong there, with the numbers.
        story: What lies behind it, and what is suggested.
        suspect: A figure in doubt.
        basis: Why the rule holds, and what it rests on.
    """

    number: int
    severity: Severity
    code: str
    path: str = ""
    place: str = ""
    broken: str = ""
    story: str = ""
    suspect: Suspect = Suspect()
    basis: str = ""


def told_rows(entries: Sequence[Entry], lang: Language, width: int) -> Iterator[Told]:
    """Tell every finding, the gravest first, those of one cause together.

    Args:
        entries: What there is to tell.
        lang: Language of the sentences.
        width: Characters in a line of the story.
    """
    for number, entry in enumerate(entries, 1):
        yield from _entry_rows(number, entry, lang, width)


def summary_of(result: CheckResult, lang: Language) -> str:
    """Say how much was found, or that nothing was, in one sentence."""
    if not result.findings:
        return say("sheet.findings_none" if result.outcomes else "sheet.not_checked", lang)
    severities = [finding.severity for finding in result.findings]
    counts = (f"{severities.count(each)} {say(f'severity.{each.value}', lang)}" for each in Severity)
    return say("sheet.findings_summary", lang, count=len(severities), counts=", ".join(counts))


def lines_of(text: str, width: int) -> int:
    """Estimate how many lines a text takes that is wrapped in a column of a width in characters.

    >>> lines_of("một hai ba", 8), lines_of("", 8)
    (2, 1)
    """
    held = width * _NARROWER // 100
    if "\n" not in text:
        return -(-len(text) // held) or 1
    return sum(max(1, -(-len(line) // held)) for line in text.split("\n"))


def _entry_rows(number: int, entry: Entry, lang: Language, width: int) -> Iterator[Told]:
    stories = _stories(entry, lang, width)
    told = say("sheet.same_story", lang, number=number) if stories else ""
    suspects = _suspects(entry, lang)
    for finding, story, suspect in zip_longest(entry.findings, stories, suspects):
        yield Told(
            number=number,
            severity=entry.severity if finding is None else finding.severity,
            code=entry.codes[0] if finding is None else finding.code,
            path="" if finding is None else finding.place.path,
            place="" if finding is None else describe_place(finding.place, lang),
            broken="" if finding is None else _broken(finding, lang),
            story=story or told,
            suspect=suspect or Suspect(),
            basis="" if finding is None else _basis(finding, lang),
        )


def _broken(finding: Finding, lang: Language) -> str:
    worked_out = describe_worked_out(finding.operands, lang) if finding.said is None else ()
    return "\n".join((_begun(describe(finding, lang)), *map(_begun, worked_out)))


def _basis(finding: Finding, lang: Language) -> str:
    basis = _begun(describe_basis(finding, lang))
    if finding.printed or not finding.operands or finding.source is finding.rule.source:
        return basis
    return f"{basis}\n{_begun(say('cli.form', lang, source=finding.source.describe(lang)))}"


def _stories(entry: Entry, lang: Language, width: int) -> list[str]:
    """Tell the story in as many pieces as rows are needed for it."""
    stories: list[str] = []
    left = 0
    for sentence in describe_cause(entry.cause, lang) if entry.cause is not None else ():
        pieces = [_begun(sentence)]
        if lines_of(sentence, width) > _LONGEST_STORY:
            pieces = wrap(pieces[0], _LONGEST_STORY * width)
        for piece in pieces:
            lines = lines_of(piece, width)
            if lines <= left:
                stories[-1] += f"\n{piece}"
                left -= lines
            else:
                stories.append(piece)
                left = _LONGEST_STORY - lines
    return stories


def _suspects(entry: Entry, lang: Language) -> list[Suspect]:
    """Name the figures in doubt, as many as the story tells of candidates."""
    places = entry.places
    named = [(path, path in entry.wrong) for path in (*entry.wrong, *entry.possible) if path in places]
    suspects = [
        Suspect(text=_begun(describe_figure(places[path], lang)), path=path, must_be_wrong=is_wrong)
        for path, is_wrong in named[:MOST_TOLD]
    ]
    if len(named) > MOST_TOLD:
        suspects.append(Suspect(text=say("sheet.more_suspects", lang, count=len(named) - MOST_TOLD)))
    return suspects


def _begun(sentence: str) -> str:
    """Begin a sentence with a capital."""
    return sentence[:1].upper() + sentence[1:]
