"""Rows of one record: by level, by field of activity, by agency; and parts that hold one record.

A table keeps the total that the report prints. It never computes one in its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from attrs import evolve, fields_dict, frozen

from cchc_core.forms.expressions import Reference
from cchc_core.forms.levels import Level
from cchc_core.rules import Rule

__all__ = [
    "AgencyRow",
    "AgencyTable",
    "ByAgency",
    "ByField",
    "ByLevel",
    "FieldRow",
    "FieldTable",
    "LevelTable",
    "Nested",
    "NestedDeclaration",
    "Part",
    "Row",
    "by_agency",
    "by_field",
    "by_level",
    "part",
]

R = TypeVar("R")
V = TypeVar("V")


@frozen
class Row(Generic[R]):
    """One row of any table: where it stands in it, what it is called, and its figures."""

    step: str
    label: str
    level: Level
    record: R

    @property
    def is_total(self) -> bool:
        """Whether this is the total that the report prints."""
        return self.step == "total"


class _Quiet:
    """What is printed without what it has not."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Show what is there and leave blanks out."""
        shown = ", ".join(f"{name}={value!r}" for name, value in self.__rich_repr__())
        return f"{type(self).__name__}({shown})"

    def __rich_repr__(self) -> Iterator[tuple[str, object]]:
        """Give the same to a console that prints over several lines."""
        names = fields_dict(type(self))  # type: ignore[arg-type]  # every subclass is an attrs class
        blank: tuple[object, ...] = (None, ())
        return ((name, getattr(self, name)) for name in names if getattr(self, name) not in blank)


@frozen(kw_only=True, repr=False)
class LevelTable(_Quiet, Generic[R]):
    """One row a level of government, and the reported total. A level the agency has not is ``None``."""

    province: R | None = None
    district: R | None = None
    commune: R | None = None
    total: R | None = None

    def rows(self) -> Iterator[Row[R]]:
        """Give the rows that are present, the total last."""
        for level in (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE, Level.TOTAL):
            record: R | None = getattr(self, level.value)
            if record is not None:
                yield Row(level.value, level.label, level, record)

    def _repr_html_(self) -> str:
        """Show it in a notebook, a column a row."""
        return _html(self)


@frozen(kw_only=True, repr=False)
class FieldRow(_Quiet, Generic[R]):
    """The figures of one field of activity (lĩnh vực); ``number`` is the running number printed, if one is."""

    field: str
    figures: R
    number: int | None = None


@frozen(kw_only=True, repr=False)
class FieldTable(_Quiet, Generic[R]):
    """One row a field of activity, in the order of the report, and the reported total."""

    fields: tuple[FieldRow[R], ...] = ()
    total: R | None = None

    def rows(self) -> Iterator[Row[R]]:
        """Give the rows, the total last."""
        for index, row in enumerate(self.fields):
            yield Row(f"fields[{index}].figures", row.field, Level.TOTAL, row.figures)
        if self.total is not None:
            yield Row("total", Level.TOTAL.label, Level.TOTAL, self.total)

    def _repr_html_(self) -> str:
        """Show it in a notebook, a column a row."""
        return _html(self)


@frozen(kw_only=True, repr=False)
class AgencyRow(_Quiet, Generic[R]):
    """The figures of one agency; ``level`` is the band under which a consolidated form lists it.

    ``number`` is the running number printed, if one is.
    """

    agency: str
    level: Level
    figures: R
    number: int | None = None


@frozen(kw_only=True, repr=False)
class AgencyTable(_Quiet, Generic[R]):
    """One row an agency, in the order of the report, and the reported total."""

    agencies: tuple[AgencyRow[R], ...] = ()
    total: R | None = None

    def rows(self) -> Iterator[Row[R]]:
        """Give the rows, the total last."""
        for index, row in enumerate(self.agencies):
            yield Row(f"agencies[{index}].figures", row.agency, row.level, row.figures)
        if self.total is not None:
            yield Row("total", Level.TOTAL.label, Level.TOTAL, self.total)

    def _repr_html_(self) -> str:
        """Show it in a notebook, a column a row."""
        return _html(self)


def _html(table: LevelTable[Any] | FieldTable[Any] | AgencyTable[Any]) -> str:
    from cchc_core.forms.notebook import table_html  # noqa: PLC0415 - only notebooks need it

    return table_html(table)


@frozen(eq=False)
class NestedDeclaration:
    """What a form says of a part or table of its.

    Args:
        record: Record class of the part, or of each row.
        value: Class of the attribute's value; the record class itself for a part.
        label: Vietnamese title of the table; empty for a part, whose form has a title.
        sums: Rules by which each total is the sum of its rows; the one in force is applied.
        note: What a reader must know.
        name: Name in the form.
    """

    record: type[Any]
    value: type[Any]
    label: str = ""
    sums: tuple[Rule, ...] = ()
    note: str = ""
    name: str = ""

    @property
    def is_table(self) -> bool:
        """Whether this has rows."""
        return self.value is not self.record

    @property
    def value_type(self) -> Any:
        """The attribute's type, with its row class filled in."""
        table: Any = self.value
        return table[self.record] if self.is_table else self.record


class Nested(Generic[V]):
    """A part or table in a class body: names that follow it refer to figures inside it."""

    __slots__ = ("_declared",)

    def __init__(self, declared: NestedDeclaration) -> None:
        self._declared = declared

    def __set_name__(self, owner: type, name: str) -> None:
        """Learn the name under which the class body keeps this."""
        self._declared = evolve(self._declared, name=self._declared.name or name)

    def __getattr__(self, name: str) -> Reference:
        """Refer to a row or figure inside: ``dossiers.total.received``."""
        if name.startswith("_"):
            raise AttributeError(name)
        return Reference(self, (name,))

    @overload
    def __get__(self, instance: None, owner: type) -> Nested[V]: ...
    @overload
    def __get__(self, instance: object, owner: type) -> V: ...
    def __get__(self, instance: object | None, owner: type) -> Nested[V] | V:
        """Give the declaration; a record's own value is found before this is asked."""
        return self

    if TYPE_CHECKING:

        def __set__(self, instance: object, value: V) -> None: ...


class Part(Nested[R]):
    """A record inside a record, such as a reform area in a report."""

    __slots__ = ()


class ByLevel(Nested[LevelTable[R]], Generic[R]):
    """A table with a row a level. A column of it, ``dossiers.received``, speaks of every level at once."""

    __slots__ = ()


class ByField(Nested[FieldTable[R]], Generic[R]):
    """A table with a row a field of activity."""

    __slots__ = ()


class ByAgency(Nested[AgencyTable[R]], Generic[R]):
    """A table with a row an agency."""

    __slots__ = ()


def part(record: type[R]) -> Part[R]:
    """Declare a part: one record of another form."""
    return Part(NestedDeclaration(record=record, value=record))


def by_level(record: type[R], label: str, *, sums: tuple[Rule, ...], note: str = "") -> ByLevel[R]:
    """Declare a table by level, whose total is the sum of its levels by one of ``sums``."""
    return ByLevel(NestedDeclaration(record=record, value=LevelTable, label=label, sums=sums, note=note))


def by_field(record: type[R], label: str, *, sums: tuple[Rule, ...], note: str = "") -> ByField[R]:
    """Declare a table by field of activity, whose total is the sum of its rows by one of ``sums``."""
    return ByField(NestedDeclaration(record=record, value=FieldTable, label=label, sums=sums, note=note))


def by_agency(record: type[R], label: str, *, sums: tuple[Rule, ...], note: str = "") -> ByAgency[R]:
    """Declare a table by agency, whose total is the sum of its rows by one of ``sums``."""
    return ByAgency(NestedDeclaration(record=record, value=AgencyTable, label=label, sums=sums, note=note))
