"""Figures as a document shows them: the number, whether it is in doubt, and blanks as blanks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from attrs import frozen

from cchc_core.checks import CheckResult, Marks, marks_of
from cchc_core.forms import FigureValue, OpenBound
from cchc_core.numbers import Number, percent_of, printed
from cchc_core.report import OPEN

__all__ = ["BLANK", "WARNING", "Piece", "Printer", "Quoted", "Shown", "number_of"]

BLANK = OPEN
"""What stands where the report is blank; a zero is printed 0."""

WARNING = "⚠"
"""What marks a figure that does not agree with others."""


@frozen
class Quoted:
    """Text of a report or a declaration inside a sentence; a format must keep it from being markup."""

    text: str


@frozen(kw_only=True)
class Shown:
    """A figure as a document shows it.

    Args:
        text: The number as printed, or `BLANK`.
        path: Path of the figure, or of the derived share.
        entries: Numbers of the entries of `Marks` that put it in doubt.
        must_be_wrong: Whether it must be wrong by one of them, and not only may be.
        is_worked_out: Whether the report leaves it blank, and its rules force what is shown.
    """

    text: str
    path: str = ""
    entries: tuple[int, ...] = ()
    must_be_wrong: bool = False
    is_worked_out: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to show."""
        return self.text == BLANK


Piece = str | Quoted | Shown
"""A piece of a sentence: wording of the library, text that it quotes, or a figure."""


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
    """Shows figures as reported, with the numbers of the entries that put them in doubt.

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

    def figure(self, path: str, value: FigureValue | None, unit: str = "") -> Shown:
        """Show a figure; a blank with the value that rules force, or else as a blank."""
        if value is not None:
            return self._marked(path, number_of(value, unit), (path,))
        if path in self.worked_out:
            return self._marked(path, printed(self.worked_out[path]), (path,), is_worked_out=True)
        return Shown(text=BLANK, path=path)

    def share(self, path: str, share: Fraction | None, decimals: int, rests_on: Iterable[str]) -> Shown:
        """Show a derived share, marked if a figure it rests on is wrong."""
        if share is None:
            return Shown(text=BLANK, path=path)
        wrong = [each for each in rests_on if each in self.marks.wrong]
        return self._marked(path, f"{printed(percent_of(share, decimals))}%", wrong)

    def _marked(self, path: str, text: str, doubted: Sequence[str], *, is_worked_out: bool = False) -> Shown:
        return Shown(
            text=text,
            path=path,
            entries=tuple(sorted({number for each in doubted for number in self.marks.numbers(each)})),
            must_be_wrong=any(each in self.marks.wrong for each in doubted),
            is_worked_out=is_worked_out,
        )


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
