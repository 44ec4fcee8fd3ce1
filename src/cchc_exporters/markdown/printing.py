"""Printing one figure: its number, its mark if it takes part in a finding, and blanks as blanks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from attrs import frozen

from cchc_core import CheckResult, FigureValue, OpenBound, RuleKind
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
    """Prints figures as reported, and marks them by what the check found.

    Args:
        broken: Numbers of the findings at whose place a figure stands, by its path.
        compared: Numbers of the findings that hold a figure against another place stating the same fact.
        others: Numbers of the other findings that a figure takes part in.
        worked_out: Values of blanks that rules force, where all of them force the same.
        codes: Codes of the rules that force them.
    """

    broken: Mapping[str, tuple[int, ...]]
    compared: Mapping[str, tuple[int, ...]]
    others: Mapping[str, tuple[int, ...]]
    worked_out: Mapping[str, Number]
    codes: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, result: CheckResult) -> Printer:
        """Make a printer for the report that was checked."""
        broken: dict[str, tuple[int, ...]] = {}
        compared: dict[str, tuple[int, ...]] = {}
        others: dict[str, tuple[int, ...]] = {}
        for number, finding in enumerate(result.findings, 1):
            rest = compared if finding.rule.kind is RuleKind.SAME else others
            for path in dict.fromkeys(operand.place.path for operand in finding.operands):
                marks = broken if path == finding.place.path else rest
                marks[path] = (*marks.get(path, ()), number)
        worked_out, codes = _worked_out(result)
        return cls(broken=broken, compared=compared, others=others, worked_out=worked_out, codes=codes)

    def is_marked(self, path: str) -> bool:
        """Tell whether the figure takes part in a finding."""
        return bool(self._numbers(path))

    def figure(self, path: str, value: FigureValue | None, unit: str = "") -> str:
        """Print a figure; a blank in italics if rules force its value, else as a blank."""
        if value is not None:
            return self._marked(number_of(value, unit), (path,))
        if path in self.worked_out:
            return self._marked(f"*{printed(self.worked_out[path])}*", (path,))
        return BLANK

    def share(self, share: Fraction | None, decimals: int, paths: Iterable[str]) -> str:
        """Print a derived share, marked if a figure it rests on is broken."""
        if share is None:
            return BLANK
        return self._marked(f"{printed(percent_of(share, decimals))}%", [path for path in paths if path in self.broken])

    def _marked(self, number: str, paths: Sequence[str]) -> str:
        references = "".join(f"[^{each}]" for each in sorted({each for path in paths for each in self._numbers(path)}))
        if any(path in self.broken for path in paths):
            return f"**{number}** {WARNING}{references}"
        return (
            f"{number} {WARNING}{references}" if any(path in self.compared for path in paths) else number + references
        )

    def _numbers(self, path: str) -> tuple[int, ...]:
        return tuple(each for marks in (self.broken, self.compared, self.others) for each in marks.get(path, ()))


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
