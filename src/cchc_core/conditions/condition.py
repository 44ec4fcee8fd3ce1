"""Rules that are functions: what a condition is, what it is given, what it answers.

Whatever cannot be written as a relation among figures is a condition: a share held against its base,
the dates and symbols of cited documents, the outer marks of the report. A condition looks at one record
at a time, and a report is a record too. It answers with breaches; the check makes findings of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from attrs import Factory, field, frozen
from attrs.validators import instance_of, is_callable

from cchc_core.conditions.known import KnownDocument
from cchc_core.conditions.shipped_documents import KNOWN_DOCUMENTS
from cchc_core.forms import Record
from cchc_core.report import CALENDARS, AgencyRegister, Calendar
from cchc_core.rules import Rule, Severity
from cchc_core.words import Text

__all__ = ["Breach", "Condition", "Context", "Fact", "Facts", "Grade", "Judgement", "Skipped"]

R = TypeVar("R", bound=Record)

Fact = str | int | Decimal | Fraction | date | Text | tuple[str, ...]
"""A fact that a sentence speaks of; numbers and dates are printed in the language of the sentence."""

Facts = tuple[tuple[str, Fact], ...]
"""Facts by name."""


class Grade(Enum):
    """Whether a figure contradicts the others, or was only rounded otherwise."""

    WRONG = "wrong"
    ROUNDING = "rounding"


def _pairs(facts: Mapping[str, Fact] | Facts) -> Facts:
    return tuple(facts.items()) if isinstance(facts, Mapping) else facts


@frozen(kw_only=True)
class Breach:
    """Something that breaks a condition.

    Args:
        said: What is wrong, in both languages, with ``{name}`` where a fact belongs.
        facts: The facts, by name.
        at: Path within the record: a figure (``late_percent``), an entry (``citations[9]``) or nothing.
        title: What the list is called, in Vietnamese, if ``at`` is an entry of one.
        subject: What a reader calls the entry, e.g. ``37/2014/NĐ-CP``.
        others: Paths within the record of the figures it was held against.
        reported: The value found fault with, where it is a number.
        expected: What it should be, where that is a number.
        grade: Whether it is wrong, or only rounded otherwise.
        severity: How grave it is, where that is not what the rule says.
    """

    said: Text
    facts: Facts = field(default=(), converter=_pairs)
    at: str = ""
    title: str = ""
    subject: str = ""
    others: tuple[str, ...] = ()
    reported: Fraction | None = None
    expected: Fraction | None = None
    grade: Grade = Grade.WRONG
    severity: Severity | None = None


@frozen(kw_only=True)
class Skipped:
    """The answer of a condition that found nothing it could look at.

    Args:
        kind: The reason, one of those of `cchc_core.checks.Reason`, or another with words of its own.
        at: Paths within the record of the blanks it speaks of.
        said: The reason in words, for one that the library does not know.
        could_not_run: Whether the condition lacks something that it needs, and not the report.
    """

    kind: str
    at: tuple[str, ...] = ()
    said: Text | None = None
    could_not_run: bool = False


Judgement = tuple[Breach, ...] | Skipped
"""What a condition answers: its breaches, none if it holds; or that it could not be applied."""


@frozen(kw_only=True)
class Context:
    """What a condition may know beside the record.

    Args:
        day: Last day of the reporting period.
        documents: The documents whose dates and repeals are known.
        calendars: The reporting calendars by name.
        agencies: The registers of agencies; none comes with the library.
    """

    day: date
    documents: tuple[KnownDocument, ...] = KNOWN_DOCUMENTS
    calendars: Mapping[str, Calendar] = MappingProxyType({each.name: each for each in CALENDARS})
    agencies: tuple[AgencyRegister, ...] = ()


def _is_record_class(_condition: object, _attribute: object, on: Any) -> None:
    if not isinstance(on, type) or not issubclass(on, Record):
        raise TypeError(f"on must be a record class, not {on!r}")


def _name_of_function(condition: Condition[Any]) -> str:
    return condition.judge.__name__


@frozen(kw_only=True)
class Condition(Generic[R]):
    """A rule that is a function, and the records it looks at.

    Args:
        rule: The rule.
        on: Class of the records; `Record` itself for every record.
        judge: Plain function of a record and the context; it opens nothing and changes nothing.
        name: Name of the condition, as a relation has one.
    """

    rule: Rule = field(validator=instance_of(Rule))
    on: type[R] = field(validator=_is_record_class)
    judge: Callable[[R, Context], Judgement] = field(validator=is_callable())
    name: str = field(default=Factory(_name_of_function, takes_self=True))
