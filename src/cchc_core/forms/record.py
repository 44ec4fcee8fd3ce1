"""Records: frozen attrs classes made from a form's declaration, and the form kept with each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from inspect import get_annotations
from types import MappingProxyType
from typing import Any, Self, TypeVar, dataclass_transform, get_type_hints

import attrs
from attrs import frozen

from cchc_core.errors import DeclarationError, FigureValueError
from cchc_core.forms.figures import Figure, FigureKind, OpenBound
from cchc_core.forms.lines import NO_GROUP, LineGroup, LineList
from cchc_core.forms.names import Names
from cchc_core.forms.ratios import Ratio
from cchc_core.forms.relations import FormRelation
from cchc_core.forms.resolve import resolve_listed, resolve_ratio, resolve_relations
from cchc_core.forms.tables import Nested, NestedDeclaration
from cchc_core.forms.values import can_hold
from cchc_core.law import ALWAYS, InForce, Source
from cchc_core.rules import Rule, RuleKind

__all__ = ["Form", "Record", "form", "form_of"]

C = TypeVar("C", bound="Record")

_VALUE_TYPES: dict[FigureKind, Any] = {
    FigureKind.COUNT: int | None,
    FigureKind.MONEY: Decimal | None,
    FigureKind.SHARE: Decimal | None,
    FigureKind.OPEN: OpenBound | None,
}

_VALUE_NAMES = {
    FigureKind.COUNT: "int",
    FigureKind.MONEY: "Decimal",
    FigureKind.SHARE: "Decimal",
    FigureKind.OPEN: "OpenBound",
}


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Record:
    """The figures of one form, frozen; a figure not given is ``None``, a blank.

    Subclasses are made by `form`. All arguments are keywords.
    """

    def __attrs_post_init__(self) -> None:
        """Refuse a figure of the wrong type, so that no float, truth value or text ever gets in."""
        for name, kind in form_of(self).kinds:
            value = self.__dict__[name]
            if value is not None and not can_hold(kind, value):
                raise FigureValueError(type(self).__name__, name, value)
        for name, nested in form_of(self).nested.items():
            value = self.__dict__[name]
            rows = [row.record for row in value.rows()] if isinstance(value, nested.value) and nested.is_table else []
            if not isinstance(value, nested.value) or not all(isinstance(row, nested.record) for row in rows):
                raise FigureValueError(type(self).__name__, name, value)

    def revise(self, **changes: object) -> Self:
        """Give a copy with some figures changed.

        >>> from cchc_core.catalogue import DossierRow
        >>> DossierRow(resolved_late=3).revise(resolved_late=2).resolved_late
        2
        """
        return attrs.evolve(self, **changes)  # type: ignore[misc]  # every subclass is an attrs class

    def __repr__(self) -> str:
        """Show what is reported and leave blanks out."""
        shown = ", ".join(f"{name}={value!r}" for name, value in self.__rich_repr__())
        return f"{type(self).__name__}({shown})"

    def __rich_repr__(self) -> Iterator[tuple[str, object]]:
        """Give the same to a console that prints over several lines."""
        blank = (None, (), *(nested.value() for nested in form_of(self).nested.values()))
        return ((name, value) for name, value in vars(self).items() if value not in blank)

    def _repr_html_(self) -> str:
        """Show what is reported in a notebook, with labels and units."""
        from cchc_core.forms.notebook import record_html  # noqa: PLC0415 - only notebooks need it

        return record_html(self)


@frozen(eq=False, kw_only=True)
class Form:
    """What is derived from one declaration.

    Args:
        key: Stable key; a printed number may change, the key does not.
        number: Number on the printed form, if it has one, such as ``II.06a``.
        title: Vietnamese title.
        source: The instrument that prescribes it.
        in_force: Last days of reporting periods for which it is used.
        record: The record class.
        figures: Reported figures by name, in the order of the form.
        nested: Parts and tables by name, in the order of the form.
        ratios: Derived shares by name.
        relations: What must hold among the figures.
        supports: What need not hold, but speaks for the figures with which it does.
        nonnegative: The rule by which its counts and amounts are never negative.
        percentages: The rule by which its shares lie between 0 and 100, if it has shares.
        kinds: Name and kind of every figure, for a fast check of new records.
        order: Names of figures, parts, tables and ratios in the order of the form.
        lines: Its lines in the statistical appendix.
    """

    key: str
    number: str
    title: str
    source: Source
    in_force: InForce
    record: type[Record]
    figures: Mapping[str, Figure[Any]]
    nested: Mapping[str, NestedDeclaration]
    ratios: Mapping[str, Ratio]
    relations: tuple[FormRelation, ...]
    supports: tuple[FormRelation, ...]
    nonnegative: Rule
    percentages: Rule | None
    kinds: tuple[tuple[str, FigureKind], ...]
    order: tuple[str, ...]
    lines: LineList

    def __repr__(self) -> str:
        """Show the key, the number if it has one, and the title."""
        return f"<Form {self.key}: {f'{self.number} {self.title}'.strip()}>"

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule the form applies, by code."""
        found = {relation.rule.code: relation.rule for relation in self.relations + self.supports}
        found |= {rule.code: rule for table in self.nested.values() for rule in table.sums}
        if any(figure.unit != "%" for figure in self.figures.values()):
            found[self.nonnegative.code] = self.nonnegative
        if self.percentages is not None:
            found[self.percentages.code] = self.percentages
        found |= {rule.code: rule for ratio in self.ratios.values() for rule in ratio.rules_held}
        return tuple(found[code] for code in sorted(found))


def form(
    key: str,
    *,
    title: str,
    source: Source,
    nonnegative: Rule,
    percentages: Rule | None = None,
    number: str = "",
    in_force: InForce = ALWAYS,
    lines: LineGroup = NO_GROUP,
) -> Callable[[type[C]], type[C]]:
    """Make a record class of a declaration. Arguments: see `Form`.

    Raises:
        DeclarationError: If the declaration contradicts itself, naming form and field.
    """

    def decorate(cls: type[C]) -> type[C]:
        try:
            _refuse_inherited(cls)
            made = _made(cls)
            names = Names.of(cls)
            for each in names.ratios.values():
                resolve_ratio(each, names)
            for line in names.listed.values():
                resolve_listed(line, names)
            _refuse_unruled_shares(names, percentages)
            _refuse_wrong_rules(names, nonnegative, percentages)
            resolved = resolve_relations(names)
            form_ = Form(
                key=key,
                number=number,
                title=title,
                source=source,
                in_force=in_force,
                record=made,
                figures=MappingProxyType(names.figures),
                nested=MappingProxyType(names.nested),
                ratios=MappingProxyType(names.ratios),
                relations=tuple(each for each in resolved if each.rule.kind is not RuleKind.PLAUSIBILITY),
                supports=tuple(each for each in resolved if each.rule.kind is RuleKind.PLAUSIBILITY),
                nonnegative=nonnegative,
                percentages=percentages,
                kinds=tuple((name, figure.kind) for name, figure in names.figures.items()),
                order=tuple(names.order),
                lines=LineList.of(names, lines),
            )
        except DeclarationError as error:
            raise DeclarationError(key, error.field, error.reason) from None
        made.__cchc_form__ = form_  # type: ignore[attr-defined]
        return made

    return decorate


def form_of(record: Record | type[Record]) -> Form:
    """Give the form that a record, or a record class, was declared by.

    Raises:
        DeclarationError: If the class was not made by `form`.
    """
    cls = record if isinstance(record, type) else type(record)
    found = vars(cls).get("__cchc_form__")
    if not isinstance(found, Form):
        raise DeclarationError(cls.__name__, "", "is not a form; decorate the class with @form(...)")
    return found


def _made(cls: type[C]) -> type[C]:
    """Turn the class into a frozen attrs class whose blanks are ``None``, keeping the declarations on it."""
    these: dict[str, Any] = {}
    annotations: dict[str, Any] = {}
    written = get_annotations(cls)
    for name in written:
        declared = cls.__dict__.get(name)
        if isinstance(declared, Figure):
            these[name] = attrs.field(default=None)
            annotations[name] = _VALUE_TYPES[declared.kind]
        elif isinstance(declared, Nested):
            these[name] = attrs.field(factory=declared._declared.value)
            annotations[name] = declared._declared.value_type
        else:
            these[name] = attrs.field() if name not in cls.__dict__ else attrs.field(default=declared)
            annotations[name] = written[name]
    _refuse_wrongly_annotated(cls, written)
    cls.__annotations__ = annotations
    hints = get_type_hints(cls)
    cls.__annotations__ = {name: hints[name] for name in annotations}
    return attrs.define(cls, these=these, frozen=True, slots=False, kw_only=True, repr=False)


def _refuse_wrongly_annotated(cls: type[Record], written: Mapping[str, object]) -> None:
    """Refuse a figure, part or table without an annotation, and a figure annotated as another kind."""
    for name, declared in cls.__dict__.items():
        if isinstance(declared, Figure | Nested) and name not in written:
            raise DeclarationError("", name, "is reported, so it needs an annotation such as 'Figure[int]'")
        if isinstance(declared, Figure) and not _says(str(written[name]), _VALUE_NAMES[declared.kind]):
            wanted = f"Figure[{_VALUE_NAMES[declared.kind]}]"
            raise DeclarationError("", name, f"is a {declared.kind.value}, so it is annotated {wanted}")


def _says(annotation: str, value: str) -> bool:
    return "Figure" in annotation and annotation.endswith((f"[{value}]", f".{value}]"))


def _refuse_unruled_shares(names: Names, percentages: Rule | None) -> None:
    for name, figure in names.figures.items():
        if figure.unit == "%" and percentages is None:
            raise DeclarationError("", name, "is a share, so the form needs percentages=, the rule that bounds it")


def _refuse_inherited(cls: type[Record]) -> None:
    """Refuse a form made from another by inheritance, and names that a record needs itself."""
    for base in cls.__mro__[1:]:
        if "__cchc_form__" in vars(base):
            raise DeclarationError("", "", f"inherits from the form {base.__name__}; declare its figures again")
    for name in vars(cls):
        if not name.startswith("__") and hasattr(Record, name):
            raise DeclarationError("", name, "is a name that every record needs itself; choose another")


def _refuse_wrong_rules(names: Names, nonnegative: Rule, percentages: Rule | None) -> None:
    """Refuse a rule of the wrong kind or without a reason, and two rules of one code."""
    for what, rule in (("nonnegative", nonnegative), ("percentages", percentages)):
        if rule is not None and (rule.kind is not RuleKind.RANGE or rule.because is None):
            raise DeclarationError("", what, f"needs a rule of kind range that says because=, not {rule.code}")
    sums = [(name, rule) for name, table in names.nested.items() for rule in table.sums]
    for name, rule in sums:
        if rule.kind is not RuleKind.IDENTITY or rule.because is None:
            raise DeclarationError(
                "", name, f"needs sums= of rules of kind identity that say because=, not {rule.code}"
            )
    known: dict[str, Rule] = {}
    related = [(name, declared.rule) for name, declared in names.relations.items()]
    held = [(name, rule) for name, share in names.ratios.items() for rule in share.rules_held]
    for name, rule in (*related, *sums, *held, ("nonnegative", nonnegative)):
        if known.setdefault(rule.code, rule) is not rule:
            raise DeclarationError("", name, f"applies another rule with the code {rule.code}")
