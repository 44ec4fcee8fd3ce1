"""What the check found, by cell: which figures are in doubt, and the words for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc_core import CheckResult, Finding, describe, describe_basis, describe_cause
from cchc_core.checks import MOST_TOLD, Entry, marks_of
from cchc_core.words import Language, say

__all__ = ["Marks", "box_of"]

_MOST_ENTRIES = 4
"""Entries told in one comment; the sheet of findings tells all."""
_NARROW, _WIDE, _LONG = (380, 55), (620, 92), 1200
"""Width of a comment in pixels and in characters; a longer one is wider."""


class Marks:
    """Entries by the path of the figures they put in doubt.

    Args:
        result: What the check found.
        lang: Language of the comments.
    """

    def __init__(self, result: CheckResult, lang: Language) -> None:
        self._lang: Language = lang
        self._marks = marks_of(result)
        self._texts: dict[int, str] = {}

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What there is to tell, the gravest first."""
        return self._marks.entries

    @property
    def paths(self) -> tuple[str, ...]:
        """Every figure that is in doubt."""
        return tuple(dict.fromkeys((*self._marks.wrong, *self._marks.possible)))

    def is_broken(self, path: str) -> bool:
        """Tell whether this figure must be wrong, or breaks a rule on its own."""
        return path in self._marks.wrong

    def comment(self, path: str) -> str:
        """Give the comment for a figure in doubt."""
        return self.told(self._marks.numbers(path))

    def told(self, numbers: Sequence[int]) -> str:
        """Tell some entries, one a paragraph, each with its number on the sheet of findings."""
        told = [self._told(number) for number in numbers[:_MOST_ENTRIES]]
        if len(numbers) > _MOST_ENTRIES:
            told.append(say("comment.more_entries", self._lang, count=len(numbers) - _MOST_ENTRIES))
        return "\n\n".join(told)

    def _told(self, number: int) -> str:
        """Tell one entry; many figures may be in doubt by the same."""
        if number not in self._texts:
            self._texts[number] = "\n".join(self._lines(number))
        return self._texts[number]

    def _lines(self, number: int) -> Iterator[str]:
        """Tell the story first, then the rules that are broken with their numbers."""
        entry = self._marks.entries[number - 1]
        severity = say(f"severity.{entry.severity.value}", self._lang)
        yield say("comment.entry", self._lang, number=number, severity=severity)
        if entry.cause is not None:
            for sentence in describe_cause(entry.cause, self._lang):
                yield sentence[:1].upper() + sentence[1:]
        for finding in entry.findings[:MOST_TOLD]:
            yield self._broken(finding, entry)
            if entry.cause is None:
                yield describe_basis(finding, self._lang)
        if len(entry.findings) > MOST_TOLD:
            yield say("comment.more_findings", self._lang, count=len(entry.findings) - MOST_TOLD)

    def _broken(self, finding: Finding, entry: Entry) -> str:
        """Say what is broken; how grave it is only where that is not said of the whole entry."""
        severity = say(f"severity.{finding.severity.value}", self._lang).upper()
        mark = "" if finding.severity is entry.severity else f"{severity} "
        return f"{mark}{finding.code}: {describe(finding, self._lang)}"


def box_of(comment: str) -> tuple[int, int]:
    """Give width and height, in pixels, of a box in which a comment can be read whole.

    >>> box_of("ONL-001: 19.024 ≠ 19.042")
    (380, 60)
    """
    width, held = _NARROW if len(comment) < _LONG else _WIDE
    lines = sum(1 + len(line) // held for line in comment.splitlines())
    return width, 24 + 18 * max(2, lines)
