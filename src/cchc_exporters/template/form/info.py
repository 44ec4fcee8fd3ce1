"""The facts of a report that are no figures: who reports, on which period, in which document, by which policies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from functools import cache
from types import MappingProxyType

import attrs
from attrs import frozen

from cchc_core.forms import Level, form_of
from cchc_core.report import CALENDARS, ND09_2019, Period, PeriodKind, Report, Tier
from cchc_exporters.template.form.spec import LEVELS, TemplateSpec, area_of
from cchc_exporters.template.form.wording import GROUPS, INFO, LEVEL_NAMES, POLICIES, FactWords

__all__ = [
    "LEVEL_CHOICES",
    "InfoField",
    "InfoKind",
    "InfoValue",
    "fields_of",
    "lines_of",
    "period_of",
    "text_of",
    "value_at",
]

InfoValue = str | int | date | Enum | tuple[str, ...]
"""What a fact may be; a blank is ``None``."""


class InfoKind(Enum):
    """What is written into the cell of a fact."""

    TEXT = "text"
    LINES = "lines"
    INTEGER = "integer"
    DATE = "date"
    CHOICE = "choice"


@frozen(kw_only=True)
class InfoField:
    """One fact that is filled in on the first sheet.

    Args:
        path: Path of the fact in the report, e.g. ``agency.name``; the key of its row.
        label: Vietnamese label.
        group: Title of the group of facts it stands in.
        kind: What is written into its cell.
        required: Whether there is no report without it.
        message: What to write, for whoever fills it in.
        choices: Vietnamese label of each value it may have, in order; none where it is free.
        is_open: Whether a text that is none of the choices is a value too.
    """

    path: str
    label: str
    group: str
    kind: InfoKind
    required: bool = False
    message: str = ""
    choices: Mapping[InfoValue, str] = MappingProxyType({})
    is_open: bool = False

    def label_of(self, value: InfoValue) -> str:
        """Give the label of a choice; an open field's other value stands for itself."""
        return self.choices.get(value) or str(value)


LEVEL_CHOICES: Mapping[Level, str] = MappingProxyType({level: LEVEL_NAMES[level.value] for level in LEVELS})
"""Label of each level that an agency of a table may be listed under."""


def fields_of(spec: TemplateSpec | None) -> tuple[InfoField, ...]:
    """Give the facts that a form asks for, in the order of its first sheet.

    Args:
        spec: What the form holds; ``None`` for every fact there is.
    """
    here = None if spec is None else frozenset({*spec.parts, *(area_of(table.path) for table in spec.tables)})
    return tuple(
        each for each in _all_fields() if here is None or each.path not in POLICIES or area_of(each.path) in here
    )


def value_at(report: Report, path: str) -> InfoValue | None:
    """Give a fact of a report.

    >>> from cchc_core import load
    >>> value_at(load("examples/dinh-hoa-2021.json"), "agency.name")
    'Ủy ban nhân dân huyện Định Hóa'
    """
    holder, _, name = path.partition(".")
    value: InfoValue | None = getattr(getattr(report, holder), name)
    return value


def text_of(lines: tuple[str, ...]) -> str:
    r"""Write a list into one cell, an entry a line; what would be taken for another line is escaped.

    >>> text_of(("Như trên", "Lưu: VT\nNV", ""))
    'Như trên\nLưu: VT\\nNV\n\\e'
    """
    return "\n".join(line.replace("\\", "\\\\").replace("\n", "\\n") or "\\e" for line in lines)


def lines_of(text: str) -> tuple[str, ...]:
    r"""Read a list from one cell, as `text_of` writes it; empty lines are no entries.

    >>> lines_of('Như trên\n\nLưu: VT\\nNV\n\\e')
    ('Như trên', 'Lưu: VT\nNV', '')
    """
    return tuple(_unescaped(line) for line in text.split("\n") if line)


def period_of(
    kind: PeriodKind, year: int, index: int | None, start: date | None, end: date | None, calendar: str
) -> Period:
    """Make a period; days that are not given are those of its calendar.

    Args:
        kind: Its kind.
        year: The year it is reported for.
        index: Which of the year's periods; it may be left out where a year has only one.
        start: First day, if it is given.
        end: Last day, if it is given.
        calendar: Name of the calendar; empty for that of Nghị định 09/2019.

    Raises:
        ValueError: If it cannot be told which of the year's periods it is, or the year has no such period.
        LookupError: If a day is not given and the calendar is none of the library's.

    >>> period_of(PeriodKind.YEAR, 2021, None, None, date(2021, 12, 14), "").start
    datetime.date(2020, 12, 15)
    """
    if index is None and kind.per_year > 1:
        raise ValueError("index")
    number, name = index or 1, calendar or ND09_2019.name
    if start is None or end is None:
        found = next((each for each in CALENDARS if each.name == name), None)
        if found is None:
            raise LookupError(name)
        first, last = found.window(kind, year, number)
        start, end = start or first, end or last
    return Period(kind=kind, year=year, index=number, start=start, end=end, calendar=name)


@cache
def _all_fields() -> tuple[InfoField, ...]:
    return (*(_field(path, words) for path, words in INFO.items()), *_policies())


def _field(path: str, words: FactWords) -> InfoField:
    return InfoField(
        path=path,
        label=words.label,
        group=GROUPS[area_of(path)],
        kind=_KINDS.get(path, InfoKind.TEXT),
        required=path in _REQUIRED,
        message=words.message,
        choices=_choices(path, words),
        is_open=path == "period.calendar",
    )


def _choices(path: str, words: FactWords) -> Mapping[InfoValue, str]:
    if path == "period.calendar":
        return MappingProxyType({each.name: each.title for each in CALENDARS})
    enum = _ENUMS.get(path)
    return MappingProxyType({} if enum is None else {each: words.choices[each.value] for each in enum})


def _policies() -> Iterator[InfoField]:
    """Give a field for every attribute of an area that is one of several policies."""
    for area, part in form_of(Report).nested.items():
        for attribute in attrs.fields(part.record):
            enum = next(
                (each for each in getattr(attribute.type, "__args__", ()) if isinstance(each, type(Enum))), None
            )
            if enum is not None:
                words = POLICIES[f"{area}.{attribute.name}"]
                yield InfoField(
                    path=f"{area}.{attribute.name}",
                    label=words.label,
                    group=GROUPS["policies"],
                    kind=InfoKind.CHOICE,
                    message=words.message,
                    choices=MappingProxyType({each: words.choices[each.value] for each in enum}),
                )


def _unescaped(line: str) -> str:
    pieces = line.split("\\\\")
    return "\\".join(piece.replace("\\n", "\n").replace("\\e", "") for piece in pieces)


_REQUIRED = frozenset({"agency.name", "agency.tier", "period.kind", "period.year"})

_ENUMS: Mapping[str, type[Enum]] = {"agency.tier": Tier, "period.kind": PeriodKind}

_KINDS = {
    "agency.tier": InfoKind.CHOICE,
    "period.kind": InfoKind.CHOICE,
    "period.calendar": InfoKind.CHOICE,
    "period.year": InfoKind.INTEGER,
    "period.index": InfoKind.INTEGER,
    "period.start": InfoKind.DATE,
    "period.end": InfoKind.DATE,
    "document.date": InfoKind.DATE,
    "document.year": InfoKind.INTEGER,
    "document.recipients": InfoKind.LINES,
    "document.appendices": InfoKind.LINES,
}
