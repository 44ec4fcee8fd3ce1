"""What the check found, by cell: which figures are in doubt, and the words for it."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_core import CheckResult, Finding, Severity, describe, describe_basis, describe_cause
from cchc_core.checks import Entry, marks_of
from cchc_core.words import Language, say

__all__ = ["Marks"]


class Marks:
    """Entries by the path of the figures they put in doubt.

    Args:
        result: What the check found.
        lang: Language of the comments.
    """

    def __init__(self, result: CheckResult, lang: Language) -> None:
        self._lang: Language = lang
        self._marks = marks_of(result)

    def is_broken(self, path: str) -> bool:
        """Tell whether this figure must be wrong, or breaks a rule on its own."""
        return path in self._marks.wrong

    def is_compared(self, path: str) -> bool:
        """Tell whether this figure is one of several of which some must be wrong."""
        return path in self._marks.possible

    def comment(self, path: str) -> str:
        """Give the comment for a figure, one entry a paragraph."""
        entries = (self._marks.entries[number - 1] for number in self._marks.numbers(path))
        return "\n\n".join("\n".join(self._lines(entry)) for entry in entries)

    def _lines(self, entry: Entry) -> Iterator[str]:
        """Tell the story first, then the rules that are broken with their numbers."""
        if entry.cause is not None:
            for sentence in describe_cause(entry.cause, self._lang):
                yield sentence[:1].upper() + sentence[1:]
        for finding in entry.findings:
            yield self._broken(finding)
            if entry.cause is None:
                yield describe_basis(finding, self._lang)

    def _broken(self, finding: Finding) -> str:
        severity = say(f"severity.{finding.severity.value}", self._lang).upper()
        mark = "" if finding.severity is Severity.ERROR else f"{severity} "
        return f"{mark}{finding.code}: {describe(finding, self._lang)}"
