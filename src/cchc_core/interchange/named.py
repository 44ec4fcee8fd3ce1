"""What became of one file: what the check found in it, or why there is nothing to check."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from attrs import field, frozen

from cchc_core.checks import CheckResult, Finding, describe, describe_place
from cchc_core.errors import ReadError
from cchc_core.interchange.paths import around
from cchc_core.words import Language

__all__ = ["NamedResult", "Trouble"]

_NOWHERE: Mapping[str, int] = MappingProxyType({})


@frozen(kw_only=True)
class Trouble:
    """Why a file, or one of its formats, could not be dealt with.

    Args:
        message: The same as a sentence.
        path: Where in the file, if it is about its content.
        kind: Which fault of its content; ``None`` if it is about anything else.
    """

    message: str
    path: str = ""
    kind: str | None = None


@frozen(kw_only=True)
class NamedResult:
    """The result of one file under the name of the file.

    Args:
        name: Name of the file, as the reader of the result knows it.
        result: What the check gave; ``None`` if the file could not be read.
        troubles: Why it could not be read.
        lines: Line of each path in the file, as `lines_of` finds them; empty for a file without lines.
        lang: Language of every sentence.

    >>> from cchc_core import check, load
    >>> each = NamedResult(name="a.json", result=check(load("examples/dinh-hoa-2021.json")), lang="en")
    >>> each.line_of("procedures.online.total.received")
    1
    """

    name: str
    result: CheckResult | None = None
    troubles: tuple[Trouble, ...] = ()
    lines: Mapping[str, int] = field(default=_NOWHERE, repr=False)
    lang: Language = "vi"

    @classmethod
    def unread(cls, name: str, error: ReadError, lang: Language = "vi") -> NamedResult:
        """Make the result of a file that is no report."""
        troubles = (Trouble(message=each.describe(lang), path=each.path, kind=each.kind) for each in error.faults)
        return cls(name=name, troubles=tuple(troubles), lang=lang)

    def line_of(self, path: str) -> int:
        """Give the line of a figure, or of the nearest object around it that the file has; else the first line."""
        return next((self.lines[each] for each in around(path) if each in self.lines), 1)

    def told(self, finding: Finding) -> str:
        """Say a finding with its place, and with its cell if it came from a workbook, as one sentence."""
        cell = f" [{finding.place.cell}]" if finding.place.cell else ""
        return f"{describe_place(finding.place, self.lang)}{cell}: {describe(finding, self.lang)}"
