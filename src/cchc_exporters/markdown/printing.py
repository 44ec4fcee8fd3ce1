"""Printing one figure: its number, its mark if it takes part in a finding, and blanks as blanks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from attrs import frozen

from cchc_core import CheckResult, FigureValue, OpenBound
from cchc_core.checks import Marks, marks_of
from cchc_core.numbers import Number, percent_of, printed
from cchc_core.report import OPEN

__all__ = ["BLANK", "WARNING", "Printer", "number_of"]

BLANK = OPEN
"""What stands where the report is blank; a zero is printed 0."""

WARNING = "⚠"
"""What marks a figure that does not agree with others."""


def number_of(value: FigureValue, unit: str = "") -> str:
    """Print a reported value; a percentage carries its sign.

    >>> from decimal import Decimal
    >>> from cchc_core import OpenWord
    >>> number_of(89626), number_of(Decimal("97.60"), "%"), number_of(OpenBound(OpenWord.OVER, Decimal(200)))
    ('89.626', '97,60%', 'trên 200')
    """
    sign = "%" if unit == "%" else ""
    if isinstance(value, OpenBound):
        return f"{value.word.label} {printed(value.value)}{sign}".lstrip()
    return f"{printed(value)}{sign}"


@frozen(kw_only=True)
class Printer:
    """Prints figures as reported, and marks those in doubt by the numbers of the entries that say so.

    Args:
        marks: Which figures are in doubt.
        worked_out: Values of blanks that rules force, where all of them force the same.
        codes: Codes of the rules that force them.
    """

    marks: Marks
    worked_out: Mapping[str, Number]
    codes: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, result: CheckResult) -> Printer:
        """Make a printer for the report that was checked."""
        worked_out, codes = _worked_out(result)
        return cls(marks=marks_of(result), worked_out=worked_out, codes=codes)

    def is_marked(self, path: str) -> bool:
        """Tell whether the figure is in doubt."""
        return bool(self.marks.numbers(path))

    def figure(self, path: str, value: FigureValue | None, unit: str = "") -> str:
        """Print a figure; a blank in italics if rules force its value, else as a blank."""
        if value is not None:
            return self._marked(number_of(value, unit), (path,))
        if path in self.worked_out:
            return self._marked(f"*{printed(self.worked_out[path])}*", (path,))
        return BLANK

    def share(self, share: Fraction | None, decimals: int, paths: Iterable[str]) -> str:
        """Print a derived share, marked if a figure it rests on is wrong."""
        if share is None:
            return BLANK
        return self._marked(
            f"{printed(percent_of(share, decimals))}%", [path for path in paths if path in self.marks.wrong]
        )

    def _marked(self, number: str, paths: Sequence[str]) -> str:
        found = sorted({each for path in paths for each in self.marks.numbers(path)})
        references = "".join(f"[^{each}]" for each in found)
        if any(path in self.marks.wrong for path in paths):
            return f"**{number}** {WARNING}{references}"
        return f"{number} {WARNING}{references}" if found else number


def _worked_out(result: CheckResult) -> tuple[dict[str, Number], dict[str, tuple[str, ...]]]:
    """Give the values of blanks on which all rules agree, and the codes of those rules."""
    values: dict[str, set[Number]] = {}
    codes: dict[str, set[str]] = {}
    for operand in (each for outcome in result.outcomes for each in outcome.worked_out):
        if operand.worked_out_by and operand.value is not None:
            values.setdefault(operand.place.path, set()).add(operand.value)
            codes.setdefault(operand.place.path, set()).add(operand.worked_out_by)
    agreed = {path: next(iter(found)) for path, found in values.items() if len(found) == 1}
    return agreed, {path: tuple(sorted(codes[path])) for path in agreed}
