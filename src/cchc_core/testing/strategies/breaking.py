"""Strategies of reports and records that break one rule and keep all others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any, TypeVar

from attrs import evolve

from cchc_core.checks import RULE_BOOK, RuleBook
from cchc_core.conditions import CONDITIONS, Condition
from cchc_core.errors import CchcError
from cchc_core.forms import Record, form_of
from cchc_core.forms.relations import Path
from cchc_core.report import Report, can_be_annexed, structure_on
from cchc_core.rules import Rule, RuleKind
from cchc_core.testing.extra import DrawFn, SearchStrategy, st
from cchc_core.testing.sample import sample_report
from cchc_core.testing.strategies.arithmetic import Breach, breaches_of
from cchc_core.testing.strategies.asked import A_DAY, Asked
from cchc_core.testing.strategies.bases import ERAS, draw_base
from cchc_core.testing.strategies.choosing import Drawing
from cchc_core.testing.strategies.document_recipes import DOCUMENT_RECIPES
from cchc_core.testing.strategies.documents import periods_between
from cchc_core.testing.strategies.drawing import Drawn, draw_figures, record_of
from cchc_core.testing.strategies.figure_recipes import FIGURE_RECIPES
from cchc_core.testing.strategies.frames import Frame, frame_of
from cchc_core.testing.strategies.keeping import keeping_of
from cchc_core.testing.strategies.records import draw_marks, draw_plain
from cchc_core.words import Text

__all__ = ["NoBreachError", "comes_with", "records_breaking", "reports_breaking"]

R = TypeVar("R", bound=Record)

Conditions = tuple[Condition[Any], ...]

_RECIPES: Mapping[str, Callable[[DrawFn], Report]] = {**FIGURE_RECIPES, **DOCUMENT_RECIPES}

_COMES_WITH: Mapping[str, Mapping[str, Text]] = {
    "CIT-007": {
        "CIT-006": Text(
            "văn bản hết hiệu lực duy nhất trong bảng văn bản đã biết ban hành vào thứ Bảy, nên còn được nêu để đối chiếu",
            "the only known document that was repealed is dated on a Saturday, so it is also listed to be looked at",
        )
    }
}


class NoBreachError(CchcError, LookupError):
    """Raised when no report or record can be drawn that breaks a rule alone; the reason says what to do instead.

    Args:
        code: Code of the rule.
        reason: Why not.
    """

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(code, reason)
        self.code = code
        self.reason = reason

    def __str__(self) -> str:
        """Name the rule before the reason."""
        return f"{self.code} {self.reason}"


def comes_with(code: str) -> Mapping[str, Text]:
    """Give the rules that `reports_breaking` has to break together with a rule, each with the reason; mostly none.

    >>> list(comes_with("LVL-001")), list(comes_with("CIT-007"))
    ([], ['CIT-006'])
    """
    return MappingProxyType(dict(_COMES_WITH.get(code, {})))


def reports_breaking(code: str, *, book: RuleBook = RULE_BOOK) -> SearchStrategy[Report]:
    """Reports in which ``check`` finds that one rule is broken, and nothing else but what `comes_with` names.

    Whatever the breach leaves alone is drawn as `reports` draws it. A breach of a rule of a form that is no part of
    the report stands in an annex. Breaches of relations, ranges and shares are derived from the declarations; for
    each shipped rule that is a function there is a way of its own.

    DOC-008 is found by a check that knows `REGISTER`: ``check(report, context=Context(day=..., agencies=(REGISTER,)))``.

    Args:
        code: Code of the rule.
        book: The rules and forms it is one of.

    Raises:
        UnknownNameError: If the book has no such rule.
        NoBreachError: If the rule is never broken alone, or is a function that is not known here.

    >>> from cchc_core import check
    >>> from hypothesis import Phase, find, settings
    >>> quickly = settings(max_examples=1000, phases=[Phase.generate, Phase.shrink])
    >>> report = find(reports_breaking("LVL-001"), lambda report: True, settings=quickly)
    >>> [finding.code for finding in check(report).findings]
    ['LVL-001']
    """
    rule = book.rule(code)
    ways = [_in_own_way(_RECIPES[code])] if code in _RECIPES and rule in RULE_BOOK.rules else []
    breaches = _in_reports(rule, book.conditions)
    if breaches:
        ways.append(_in_figures(rule, breaches))
    if not ways:
        ways = [
            _in_annexes(form.record, rule, book.conditions)
            for form in book.catalogue
            if rule in form.rules and can_be_annexed(form)
        ]
    if not ways:
        raise NoBreachError(code, _reason(rule))
    return st.one_of(ways)


def records_breaking(
    cls: type[R], code: str, *, on: date = A_DAY, conditions: Iterable[Condition[Any]] = CONDITIONS
) -> SearchStrategy[R]:
    """Records of a form in which ``check_record`` finds that one rule of the form is broken, and nothing else.

    Args:
        cls: A record class, of the catalogue or of your own.
        code: Code of a rule that the form, or one of its parts and tables, lays down.
        on: Last day of the reporting period.
        conditions: The rules that are functions, which are kept.

    Raises:
        DeclarationError: If the class was not made by `form`.
        NoBreachError: If the form has no such rule, or it is never broken alone.

    >>> from cchc_core import DossierRow
    >>> from hypothesis import Phase, find, settings
    >>> quickly = settings(max_examples=1000, phases=[Phase.generate, Phase.shrink])
    >>> find(records_breaking(DossierRow, "DOS-005"), lambda row: True, settings=quickly)
    DossierRow(received=1, resolved=0, pending=0)
    """
    form_of(cls)
    if cls is Report:
        return reports_breaking(code)  # type: ignore[return-value]  # the one class there is
    frame = frame_of(cls)
    rule = next((each for each in _rules_of(frame) if each.code == code), None)
    if rule is None:
        raise NoBreachError(code, f"is no rule that the form of {cls.__name__} lays down")
    return _records_breaking(frame, rule, on, tuple(conditions))


def _rules_of(frame: Frame) -> Iterator[Rule]:
    tables = (table.declared.record for bundle in frame.bundles for table in bundle.tables)
    for record in (*frame.parts.values(), *tables):
        yield from form_of(record).rules


def _reason(rule: Rule) -> str:
    if rule.kind is RuleKind.PLAUSIBILITY:
        return "only lends support to figures, and is never a finding"
    if not rule.kind.is_arithmetic and rule.kind is not RuleKind.SHARE:
        return "is a function, for which no way to break it is known; write a strategy of your own"
    return "has no place at which it can be broken and no other rule is"


@st.composite
def _in_own_way(draw: DrawFn, recipe: Callable[[DrawFn], Report]) -> Report:
    return recipe(draw)


@lru_cache(maxsize=512)
def _in_reports(rule: Rule, conditions: Conditions) -> tuple[Breach, ...]:
    """Find the places of a report at which a rule can be broken, in the first era that has some."""
    for first, last in ERAS:
        period = next((each for each in periods_between(first, last) if each.end in rule.in_force), None)
        if period is None:
            continue
        sample = sample_report()
        others = {
            "agency": evolve(sample.agency, tier=structure_on(period.end).tiers[-1]),
            "period": period,
            "document": evolve(sample.document, date=period.end),
            "signatory": sample.signatory,
        }
        breaches = breaches_of(rule, frame_of(Report), period.end, others, conditions)
        if breaches:
            return breaches
    return ()


def _in_figures(rule: Rule, breaches: tuple[Breach, ...]) -> SearchStrategy[Report]:
    """Draw the figures of a breach, and a report around them; Hypothesis prints arguments, so a breach is none."""

    @st.composite
    def reports_around_a_breach(draw: DrawFn) -> Report:
        breach = breaches[draw(st.integers(0, len(breaches) - 1))]
        era = next((first, last) for first, last in ERAS if first <= breach.system.day <= last)
        period = draw(st.sampled_from([each for each in periods_between(*era) if each.end in rule.in_force]))
        marks = draw_marks(draw, period)
        report: Report = _around(draw, frame_of(Report), breach, Asked.on(period.end, marks["agency"].tier), marks)
        return report

    return reports_around_a_breach()


def _in_annexes(record: type[Record], rule: Rule, conditions: Conditions) -> SearchStrategy[Report]:
    @st.composite
    def reports_with_a_breach_annexed(draw: DrawFn) -> Report:
        report = draw_base(draw, without=())
        broken = draw(records_breaking(record, rule.code, on=report.period.end, conditions=conditions))
        return report.revise(annexes=(broken,))

    return reports_with_a_breach_annexed()


def _records_breaking(frame: Frame, rule: Rule, on: date, conditions: Conditions) -> SearchStrategy[Any]:
    """Draw a record; the places are found with the first one, since it may need what has no default."""
    found: list[tuple[Breach, ...]] = []

    @st.composite
    def records_around_a_breach(draw: DrawFn) -> Any:
        others = draw_plain(draw, frame.record)
        if not found:
            found.append(breaches_of(rule, frame, on, others, conditions))
        if not found[0]:
            raise NoBreachError(rule.code, _reason(rule))
        breach = found[0][draw(st.integers(0, len(found[0]) - 1))]
        return _around(draw, frame, breach, Asked.on(on), others)

    return records_around_a_breach()


def _around(draw: DrawFn, frame: Frame, breach: Breach, asked: Asked, others: Mapping[str, Any]) -> Any:
    """Draw a record around a breach: whatever is tied to the figures there stays blank."""
    asked = asked.drawn(draw)
    broken = breach.chosen(frame, Drawing(draw, asked.size))
    without = _tied_to(frame, {tuple(path.split(".")) for path in breach.spot.paths})
    beside = draw_figures(draw, frame, evolve(asked, without=without))
    drawn = Drawn({**beside.values, **broken.values}, {**beside.tables, **broken.tables})
    return record_of(Drawing(draw), frame, drawn, others)


def _tied_to(frame: Frame, paths: set[Path]) -> frozenset[Path]:
    """Give the figures and tables that rules tie to some figures, and to those again."""
    tables = {table.path: bundle for bundle in frame.bundles for table in bundle.tables}

    def place_of(path: Path) -> Path:
        return next((table for table in tables if table == path[: len(table)]), path)

    groups = [{place_of(path) for path in tie.paths} for tie in frame.ties]
    groups += [{place_of(path) for path in tie.paths} for bundle in frame.bundles for tie in bundle.ties]
    groups += [{table.path for table in bundle.tables} for bundle in frame.bundles]
    groups += [{place_of(path) for path in (each.path, *each.part.paths, *each.base.paths)} for each in frame.shares]
    for path, record in frame.parts.items():
        beside = {(*path, name) for name in keeping_of(record).beside_tables}
        groups.append(beside | {table for table in tables if beside and table[:-1] == path})
    met = {place_of(path) for path in paths}
    while more := {path for group in groups if not met.isdisjoint(group) for path in group} - met:
        met |= more
    return frozenset(met)
