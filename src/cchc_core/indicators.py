"""The statistical appendix (Phụ lục I): one line an indicator, in the order of its number."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import cache, partial

from attrs import frozen

from cchc_core.forms import (
    Figure,
    FigureKind,
    FigureValue,
    Form,
    Level,
    Listed,
    Ratio,
    Record,
    figure_at,
    form_of,
    line_order,
)
from cchc_core.forms.ratios import sum_of, value_at
from cchc_core.forms.relations import Path, Side
from cchc_core.numbers import plain
from cchc_core.report import Report, structure_on
from cchc_core.words import say

__all__ = ["IndicatorLine", "indicator_lines", "wording_notes"]


@frozen(kw_only=True)
class IndicatorLine:
    """One line of the appendix.

    Args:
        number: Its number, e.g. ``1.1.1``.
        label: Vietnamese label, or the title that a heading bears.
        unit: Unit, ``%`` for a share; nothing for a heading.
        level: Level it speaks of, if it speaks of one.
        path: Path of the figure that holds its reported value; nothing where no single figure does.
        kind: Kind of the figure that is reported on this line; ``None`` for what is only derived or shown here.
        value: The reported value; a share as it was printed.
        derived: The value worked out from figures: a share, or what figures declared elsewhere add up to.
        decimals: Decimals with which a derived share is printed.
        numerator: Paths of the figures that ``derived`` adds up, or divides.
        denominator: Paths of the figures that a share is divided by.
        note: What a reader must know.
        verified: Whether its wording was seen in the text that prescribes it.
        source: That text.
        is_heading: Whether it only heads the lines beneath it.
    """

    number: str
    label: str
    unit: str = ""
    level: Level | None = None
    path: str = ""
    kind: FigureKind | None = None
    value: FigureValue | None = None
    derived: Fraction | None = None
    decimals: int = 2
    numerator: tuple[str, ...] = ()
    denominator: tuple[str, ...] = ()
    note: str = ""
    verified: bool
    source: str
    is_heading: bool = False

    @property
    def depth(self) -> int:
        """How deep it stands: 0 for the title of a group."""
        return self.number.count(".")

    @property
    def is_share(self) -> bool:
        """Whether it states a share, which stands in a column of its own."""
        return self.unit == "%"

    @property
    def quantity(self) -> FigureValue | None:
        """The quantity, as reported or else as derived; ``None`` for a blank, a share and a heading."""
        if self.is_share or self.value is not None or self.derived is None:
            return None if self.is_share else self.value
        exact = plain(self.derived)
        assert not isinstance(exact, Fraction)  # noqa: S101 - counts and amounts add up to decimals
        return exact

    @property
    def share(self) -> FigureValue | Fraction | None:
        """The share, as printed or else as derived; a derived one is a fraction of 1, not a percentage."""
        if not self.is_share:
            return None
        return self.derived if self.value is None else self.value

    @property
    def is_derived(self) -> bool:
        """Whether what it shows was worked out, and is not a figure of the report."""
        return self.value is None and self.derived is not None

    @property
    def is_stated(self) -> bool:
        """Whether it shows anything."""
        return self.value is not None or self.derived is not None


def indicator_lines(report: Report) -> tuple[IndicatorLine, ...]:
    """Give every line of the appendix, blank ones too, sorted by number.

    A line of a level that does not exist in the period is among them, and its note says so.

    >>> from cchc_core import load
    >>> lines = indicator_lines(load("examples/dinh-hoa-2021.json"))
    >>> [(line.number, line.label) for line in lines[:3]][1:]
    [('1.1', 'Thực hiện kế hoạch cải cách hành chính'), ('1.1.1', 'Tỷ lệ hoàn thành kế hoạch')]
    >>> lines[2].is_derived, lines[2].share
    (True, Fraction(21, 22))
    """
    tiers = {tier.value for tier in structure_on(report.period.end).tiers}
    gone = frozenset(level for level in _LEVELS if level.value not in tiers)
    return tuple(planned.filled(report) for planned in _planned(form_of(report), gone))


def wording_notes(lines: Sequence[IndicatorLine]) -> tuple[str, ...]:
    """Say once for each text whose wording was not seen that the lines after it are not verified.

    >>> from cchc_core import load
    >>> wording_notes(indicator_lines(load("examples/dinh-hoa-2021.json")))
    ('Lời văn chỉ tiêu chưa kiểm chứng nguyên văn với Công văn số 725/BNV-CCHC.',)
    """
    unseen = dict.fromkeys(line.source for line in lines if not line.verified)
    return tuple(say("indicator.unverified", source=source) for source in unseen)


_LEVELS = (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)


@cache
def _planned(whole: Form, gone: frozenset[Level]) -> tuple[_Planned, ...]:
    """Give every line of a kind of report as its forms declare it, sorted by number; no report is looked at."""
    parts = {name: form_of(each.record) for name, each in whole.nested.items() if not each.is_table}
    found = [line for part, form in {"": whole, **parts}.items() for line in _Lines(form, part, gone).all()]
    return tuple(sorted(found, key=lambda planned: line_order(planned.line.number)))


@frozen(eq=False, kw_only=True)
class _Planned:
    """One line as declared, and what to look up in a report to fill it in.

    Args:
        line: The line of a report that states nothing.
        part: The part of the report whose form declares it; empty for the report itself.
        above: Path from there to the row that a share or sum speaks of.
        figure: Name of the figure that it reports, if one does.
        derive: Works out the share or sum that it shows, if it shows one.
    """

    line: IndicatorLine
    part: str
    above: Path = ()
    figure: str = ""
    derive: Callable[[Record], Fraction | None] | None = None

    def filled(self, report: Record) -> IndicatorLine:
        """Give the line of a report."""
        if self.line.is_heading:
            return self.line
        record: Record = getattr(report, self.part) if self.part else report
        row: Record | None = value_at(record, self.above) if self.above else record
        if row is None:
            return self.line
        value: FigureValue | None = getattr(row, self.figure) if self.figure else None
        derived = self.derive(row) if self.derive else None
        return self.line if value is None and derived is None else _stating(self.line, value, derived)


def _stating(line: IndicatorLine, value: FigureValue | None, derived: Fraction | None) -> IndicatorLine:
    """Give a line with what it states; written out, for a report has a hundred of them."""
    return IndicatorLine(
        number=line.number,
        label=line.label,
        unit=line.unit,
        level=line.level,
        path=line.path,
        kind=line.kind,
        value=value,
        derived=derived,
        decimals=line.decimals,
        numerator=line.numerator,
        denominator=line.denominator,
        note=line.note,
        verified=line.verified,
        source=line.source,
    )


class _Lines:
    """The lines that one form declares."""

    def __init__(self, form: Form, part: str, gone: frozenset[Level]) -> None:
        self._form = form
        self._part = part
        self._gone = gone

    def all(self) -> Iterator[_Planned]:
        """Give headings and lines, in no order."""
        form, group = self._form, self._form.lines.group
        titles = {group.number: form.title, **group.headings} if group.number else group.headings
        for number, title in titles.items():
            yield self._heading(number, title)
        for figure in form.figures.values():
            if figure.line:
                yield self._figure(figure)
        for ratio in form.ratios.values():
            if ratio.line:
                yield self._share(ratio.line, ratio, (), ratio)
        for each in form.lines.listed.values():
            yield from self._listed(each)

    def _heading(self, number: str, title: str) -> _Planned:
        source, notation = self._form.source, self._form.source.instrument.notation
        line = IndicatorLine(number=number, label=title, verified=source.verified, source=notation, is_heading=True)
        return _Planned(line=line, part=self._part)

    def _figure(self, figure: Figure[object]) -> _Planned:
        source = figure.source or self._form.source
        line = IndicatorLine(
            number=figure.line,
            label=figure.label,
            unit=figure.unit,
            level=figure.level,
            path=self._joined((figure.name,)),
            kind=figure.kind,
            note=self._noted(figure.level, figure.note),
            verified=source.verified,
            source=source.instrument.notation,
        )
        return _Planned(line=line, part=self._part, figure=figure.name)

    def _share(self, number: str, ratio: Ratio, above: Path, told: Ratio | Listed) -> _Planned:
        """Give the line of a share of this form's records, or of the row at the path ``above``."""
        printed = ratio.reported
        source = self._form.source
        line = IndicatorLine(
            number=number,
            label=told.label,
            unit="%",
            level=told.level,
            path=self._joined((*above, printed.name if printed else ratio.name)),
            kind=printed.kind if printed and not above else None,
            decimals=ratio.decimals,
            numerator=self._paths(ratio.numerator, above),
            denominator=self._paths(ratio.denominator, above),
            note=self._noted(told.level, told.note),
            verified=source.verified,
            source=source.instrument.notation,
        )
        figure = printed.name if printed else ""
        return _Planned(line=line, part=self._part, above=above, figure=figure, derive=ratio.of)

    def _listed(self, listed: Listed) -> Iterator[_Planned]:
        if listed.ratio is None:
            yield self._sum(listed.line, listed.label, listed, listed.side, ())
            return
        above, ratio = listed.path[:-1], listed.ratio
        yield self._share(listed.line, ratio, above, listed)
        _, base, part = listed.lines
        yield self._sum(base, listed.base, listed, ratio.denominator, above)
        yield self._sum(part, listed.part, listed, ratio.numerator, above)

    def _sum(self, number: str, label: str, listed: Listed, side: Side, above: Path) -> _Planned:
        paths = self._paths(side, above)
        source = self._form.source
        line = IndicatorLine(
            number=number,
            label=label,
            unit=figure_at(self._form, (*above, *side.paths[0])).unit,
            level=listed.level,
            path=paths[0] if len(paths) == 1 else "",
            numerator=paths,
            note=self._noted(listed.level, listed.note),
            verified=source.verified,
            source=source.instrument.notation,
        )
        return _Planned(line=line, part=self._part, above=above, derive=partial(sum_of, side))

    def _noted(self, level: Level | None, note: str) -> str:
        gone = say("indicator.no_level", level=level.label) if level in self._gone else ""
        return " ".join(each for each in (note, gone) if each)

    def _paths(self, side: Side, above: Path) -> tuple[str, ...]:
        return tuple(self._joined((*above, *path)) for path in side.paths)

    def _joined(self, path: Path) -> str:
        return ".".join((self._part, *path) if self._part else path)
