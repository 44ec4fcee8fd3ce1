"""Forms, rules and calendars of the library as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cchc_core import CATALOGUE, RULE_BOOK, Figure, Form, InForce, Rule, Source, form_of
from cchc_core.checks import example_of
from cchc_core.forms import FormRelation, NestedDeclaration, Ratio, notation_of, quotient_of
from cchc_core.forms.relations import Side
from cchc_core.plugins import find_plugins
from reference_pages.marks import code, table, text

__all__ = ["calendars", "forms", "rules"]


def forms() -> Iterator[str]:
    """Give every form of the catalogue."""
    for form in CATALOGUE:
        yield from _form(form)


def rules() -> Iterator[str]:
    """Give every rule, each under its own anchor."""
    for rule in RULE_BOOK.rules:
        yield from _rule(rule)


def calendars() -> Iterator[str]:
    """Give the reporting calendars."""
    for calendar in find_plugins().calendars.values():
        yield f"- {code(calendar.name)}: {text(calendar.title)}."
        yield from (f"  - {kind.value}: {_source(source)}" for kind, source in calendar.source.items())


def _form(form: Form) -> Iterator[str]:
    yield from ("", f"(form-{form.key})=", f"## {text(form.title)}", "")
    yield f"- Key: {code(form.key)}"
    yield f"- Record class: {code(form.record.__name__)}"
    yield f"- Number on the printed form: {text(form.number) or 'none'}"
    yield f"- Source: {_source(form.source)}"
    yield f"- For periods ending: {_days(form.in_force)}"
    if form.figures:
        yield from ("", "**Figures, in the order of the form**")
    head = ("Field", "Label", "Unit", "Level", "Column or line", "Note")
    yield from table(head, map(_figure, form.figures.values()))
    if form.nested:
        yield from ("", "**Parts and tables**")
    yield from table(("Field", "Title", "Rows", "Form", "Total"), map(_nested, form.nested.values()))
    if form.relations:
        yield from ("", "**What must hold**")
    yield from table(("Relation", "Rule", "Notation"), _relations(form, form.relations))
    if form.supports:
        yield from ("", "**What need not hold, but speaks for the figures with which it does**")
    yield from table(("Relation", "Rule", "Notation"), _relations(form, form.supports))
    if form.ratios:
        yield from ("", "**Derived shares**")
    yield from table(
        ("Field", "Label", "Line", "Worked out as", "Decimals", "Printed in", "Note"), map(_ratio, form.ratios.values())
    )


def _figure(figure: Figure[Any]) -> tuple[str, ...]:
    notes = ["may be blank"] if figure.may_be_blank else []
    notes += [text(figure.note)] if figure.note else []
    notes += [_source(figure.source)] if figure.source else []
    return (
        code(figure.name),
        text(figure.label),
        text(figure.unit),
        text(figure.level.label) if figure.level else "",
        f"({figure.column})" if figure.column is not None else figure.line,
        "; ".join(notes),
    )


def _nested(declared: NestedDeclaration) -> tuple[str, ...]:
    form = form_of(declared.record)
    return (
        code(declared.name),
        text(declared.label or form.title),
        code(declared.value.__name__) if declared.is_table else "one record",
        f"[{code(form.key)}](#form-{form.key})",
        ", ".join(map(_rule_link, declared.sums)),
    )


def _ratio(ratio: Ratio) -> tuple[str, ...]:
    numerator, denominator = map(_sum, (ratio.numerator, ratio.denominator))
    worked_out = code(f"{numerator} / {denominator}")
    printed = code(ratio.reported.name) if ratio.reported is not None else ""
    return code(ratio.name), text(ratio.label), ratio.line, worked_out, str(ratio.decimals), printed, text(ratio.note)


def _sum(side: Side) -> str:
    """Write one side of a share, each figure with its sign."""
    paths = [("-" if term.coefficient < 0 else "+", ".".join(path)) for term in side.terms for path in term.factors]
    added = " ".join(f"{sign} {path}" for sign, path in paths).removeprefix("+ ")
    return f"({added})" if len(paths) > 1 else added


def _rule(rule: Rule) -> Iterator[str]:
    yield from ("", f"(rule-{rule.code.lower()})=", f"## {rule.code}", "")
    yield from (text(rule.statement.vi), "", f"*{text(rule.statement.en)}*", "")
    yield f"- Severity: {rule.severity.value}"
    yield f"- Kind: {rule.kind.value}"
    if rule.because:
        yield f"- Reason: {text(rule.because.vi)} (*{text(rule.because.en)}*)"
    if rule.source:
        yield f"- Source: {_source(rule.source)}"
    yield f"- For periods ending: {_days(rule.in_force)}"
    yield f"- A blank: {text(rule.blank_means.vi)} (*{text(rule.blank_means.en)}*)"
    yield f"- A breach, for example: {text(example_of(rule))} (*{text(example_of(rule, 'en'))}*)"
    yield "- Applied to:"
    for form in CATALOGUE:
        yield from (f"  - [{text(form.title)}](#form-{form.key}), {where}" for where in _applications(form, rule))
    for condition in RULE_BOOK.conditions_of(rule):
        for record in RULE_BOOK.records_of(condition):
            form = form_of(record)
            yield f"  - [{text(form.title)}](#form-{form.key}), condition {code(condition.name)}"


def _applications(form: Form, rule: Rule) -> Iterator[str]:
    """Say where a form applies a rule."""
    yield from (
        f"{name}: {notation}"
        for name, link, notation in _relations(form, form.relations + form.supports)
        if link == _rule_link(rule)
    )
    for declared in form.nested.values():
        if rule in declared.sums:
            yield f"{code(declared.name)}: the total row is the sum of the rows, figure by figure"
    for ratio in form.ratios.values():
        if rule in ratio.rules_held:
            yield f"{code(ratio.name)}: {text(quotient_of(form, ratio))}, as printed"
    if rule is form.nonnegative and rule in form.rules:
        yield "every figure whose unit is not %: never below 0"
    if rule is form.percentages:
        yield "every figure whose unit is %: from 0 to 100"


def _relations(form: Form, relations: tuple[FormRelation, ...]) -> Iterator[tuple[str, str, str]]:
    """Give name, rule and notation of each relation, one that compares whole rows only once."""
    names = {relation.name for relation in relations}
    for relation in relations:
        if "." not in relation.name:
            notation = text(notation_of(form, relation))
            notation += " (printed on the form)" if relation.printed else ""
            notation += ", and so for every figure of the row" if f"{relation.name}.2" in names else ""
            yield code(relation.name), _rule_link(relation.rule), notation


def _rule_link(rule: Rule) -> str:
    return f"[{rule.code}](#rule-{rule.code.lower()})"


def _source(source: Source) -> str:
    return text(source.describe("en"))


def _days(days: InForce) -> str:
    start = f"from {days.start.isoformat()}" if days.start else ""
    end = f"until {days.end.isoformat()}" if days.end else ""
    return f"{start} {end}".strip() or "on any day"
