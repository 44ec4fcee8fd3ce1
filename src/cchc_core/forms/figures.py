"""Figures: the numbers an agency reports, each with its label, unit and place on the form."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Generic, TypeVar, overload

from attrs import frozen

from cchc_core.forms.expressions import Expression, Operand, Reference
from cchc_core.forms.levels import Level
from cchc_core.law import Source
from cchc_core.numbers import printed

__all__ = ["Figure", "FigureKind", "FigureValue", "OpenBound", "OpenWord", "count", "money", "open_bound", "share"]

T = TypeVar("T")


class OpenWord(Enum):
    """The word a report puts before a figure it leaves open."""

    OVER = "over"
    AT_LEAST = "at_least"
    EXACTLY = "exactly"
    AT_MOST = "at_most"
    UNDER = "under"

    @property
    def label(self) -> str:
        """The word as a Vietnamese report prints it; nothing for an exact figure.

        >>> OpenWord.OVER.label
        'trên'
        """
        return _OPEN_WORDS[self]


_OPEN_WORDS = {
    OpenWord.OVER: "trên",
    OpenWord.AT_LEAST: "ít nhất",
    OpenWord.EXACTLY: "",
    OpenWord.AT_MOST: "không quá",
    OpenWord.UNDER: "dưới",
}


@frozen
class OpenBound:
    """A figure printed with an open side, such as "trên 200" or "trên 90%"; exact ones are possible too.

    >>> OpenBound(OpenWord.OVER, Decimal(200)).value
    Decimal('200')
    """

    word: OpenWord
    value: Decimal

    def __str__(self) -> str:
        """Give word and number as a Vietnamese report prints them.

        >>> str(OpenBound(OpenWord.OVER, Decimal(200))), str(OpenBound(OpenWord.EXACTLY, Decimal("1250.50")))
        ('trên 200', '1.250,50')
        """
        return f"{self.word.label} {printed(self.value)}".strip()


FigureValue = int | Decimal | OpenBound
"""What a reported figure may hold; a blank is ``None`` and is not zero."""


class FigureKind(Enum):
    """What a figure measures; the enum value is its kind in the JSON Schema."""

    COUNT = "count"
    MONEY = "money"
    SHARE = "share"
    OPEN = "open"


class Figure(Operand, Generic[T]):
    """One reported figure of a form.

    On the class it is this declaration, so that a class body can relate it to others. On a record
    it is the reported value, or ``None`` where the report is blank.

    Args:
        kind: Count, money, share or open bound.
        label: Vietnamese label, complete enough to be understood outside its table.
        unit: Vietnamese unit, e.g. ``hồ sơ``.
        column: Number of its column on the printed form.
        line: Number of its line in the statistical appendix, e.g. ``1.1.1.2``, if it has one.
        header: Shorter label at the head of its column.
        under: Group headers above its column, outermost first.
        level: Level the figure speaks of, where the form does not give it by rows.
        may_be_blank: The printed form leaves the line out when other figures say it already, or
            when there is nothing to report. Such a blank is worked out from the other rules.
        optional: Only who has something to state states it: a blank counts as nothing in sums, and is not printed.
        source: Where the law asks for this figure, if not where it asks for the form.
        note: What a reader must know to fill it in.
    """

    __slots__ = (
        "column",
        "header",
        "kind",
        "label",
        "level",
        "line",
        "may_be_blank",
        "name",
        "note",
        "optional",
        "source",
        "under",
        "unit",
    )

    def __init__(
        self,
        kind: FigureKind,
        label: str,
        *,
        unit: str,
        column: int | None = None,
        line: str = "",
        header: str = "",
        under: tuple[str, ...] = (),
        level: Level | None = None,
        may_be_blank: bool = False,
        optional: bool = False,
        source: Source | None = None,
        note: str = "",
    ) -> None:
        self.kind = kind
        self.label = label
        self.unit = unit
        self.column = column
        self.line = line
        self.header = header or label
        self.under = under
        self.level = level
        self.may_be_blank = may_be_blank
        self.optional = optional
        self.source = source
        self.note = note
        self.name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        """Learn the name under which the class body keeps this figure."""
        self.name = self.name or name

    @property
    def english(self) -> str:
        """The field name in words, for messages in English."""
        return self.name.replace("_", " ")

    @property
    def can_be_summed(self) -> bool:
        """Whether values of several rows add up, as counts and money do, and shares and open bounds do not."""
        return self.kind in {FigureKind.COUNT, FigureKind.MONEY}

    @overload
    def __get__(self, instance: None, owner: type) -> Figure[T]: ...
    @overload
    def __get__(self, instance: object, owner: type) -> T | None: ...
    def __get__(self, instance: object | None, owner: type) -> Figure[T] | T | None:
        """Give the declaration; a record's own value is found before this is asked."""
        return self

    if TYPE_CHECKING:

        def __set__(self, instance: object, value: T | None) -> None: ...

    def _expression(self) -> Expression:
        return Reference(self, ())._expression()

    def __repr__(self) -> str:
        """Show kind, name and label."""
        return f"<{self.kind.value} {self.name}: {self.label}>"


def count(
    label: str,
    *,
    unit: str = "hồ sơ",
    column: int | None = None,
    line: str = "",
    header: str = "",
    under: tuple[str, ...] = (),
    level: Level | None = None,
    may_be_blank: bool = False,
    optional: bool = False,
    source: Source | None = None,
    note: str = "",
) -> Figure[int]:
    """Declare a count, a whole number of ``unit``. Arguments: see `Figure`."""
    return Figure(
        FigureKind.COUNT,
        label,
        unit=unit,
        column=column,
        line=line,
        header=header,
        under=under,
        level=level,
        may_be_blank=may_be_blank,
        optional=optional,
        source=source,
        note=note,
    )


def money(
    label: str,
    *,
    unit: str = "triệu đồng",
    line: str = "",
    level: Level | None = None,
    source: Source | None = None,
    note: str = "",
) -> Figure[Decimal]:
    """Declare an amount of money in ``unit``, kept with the decimals printed. Arguments: see `Figure`."""
    return Figure(FigureKind.MONEY, label, unit=unit, line=line, level=level, source=source, note=note)


def share(
    label: str,
    *,
    line: str = "",
    header: str = "",
    level: Level | None = None,
    optional: bool = False,
    source: Source | None = None,
    note: str = "",
) -> Figure[Decimal]:
    """Declare a percentage as the report prints it, decimals included. Arguments: see `Figure`."""
    return Figure(
        FigureKind.SHARE,
        label,
        unit="%",
        line=line,
        header=header,
        level=level,
        optional=optional,
        source=source,
        note=note,
    )


def open_bound(
    label: str, *, unit: str, line: str = "", level: Level | None = None, source: Source | None = None, note: str = ""
) -> Figure[OpenBound]:
    """Declare a figure that may be printed as "trên 200". Arguments: see `Figure`."""
    return Figure(FigureKind.OPEN, label, unit=unit, line=line, level=level, source=source, note=note)
