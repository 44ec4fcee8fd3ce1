"""What plugins register, taken up piece by piece: what does not fit is refused with the reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from attrs import Factory, define, frozen

from cchc_core.conditions import Condition, KnownDocument
from cchc_core.errors import DeclarationError
from cchc_core.forms import Catalogue, Form, Record, form_of
from cchc_core.plugins.hooks import Exporter, Reader
from cchc_core.report import ANNEX_FORM, AgencyRegister, Calendar, PeriodKind, forms_within
from cchc_core.rules import Rule

__all__ = ["HOOKS", "Collection", "RefusedError"]


_SOME_YEAR = 2026


class RefusedError(Exception):
    """Raised when something that a plugin registers cannot be taken up; the message says why."""


@define
class Collection:
    """Everything registered so far, in the order of the plugins."""

    exporters: dict[str, Exporter] = Factory(dict)
    readers: dict[str, Reader] = Factory(dict)
    forms: list[Form] = Factory(list)
    nested: list[Form] = Factory(list)
    conditions: dict[tuple[str, str], Condition[Any]] = Factory(dict)
    calendars: dict[str, Calendar] = Factory(dict)
    agencies: dict[str, AgencyRegister] = Factory(dict)
    documents: dict[str, KnownDocument] = Factory(dict)
    rules: dict[str, Rule] = Factory(dict)

    @property
    def catalogue(self) -> Catalogue:
        """The forms that were registered, and then those nested in them that were not."""
        return Catalogue(tuple(dict.fromkeys((*self.forms, *self.nested))))

    def add_form(self, record: type[Record]) -> str:
        """Take up a form and those nested in it, if keys are free on their days and rules are new or the ones known."""
        try:
            new = form_of(record)
            if ANNEX_FORM in new.order:
                raise RefusedError(f"no figure can be called {ANNEX_FORM!r}, which names the form in files")
            nested = sorted(forms_within(new) - {new}, key=lambda form: form.key)
            added = [new, *(form for form in nested if form not in self.forms)]
            self._refuse_other_rules(*(rule for form in added for rule in form.rules))
            Catalogue.of(form.record for form in dict.fromkeys((*self.catalogue, *added)))
        except DeclarationError as error:
            raise RefusedError(str(error)) from None
        self.forms += [new] if new not in self.forms else []
        self.nested += added[1:]
        self.rules |= {rule.code: rule for form in added for rule in form.rules}
        return new.key

    def add_condition(self, condition: Condition[Any]) -> str:
        """Take up a rule that is a function, if its code is free, or is that of the same rule."""
        code = condition.rule.code
        self._refuse_other_rules(condition.rule)
        _taken(self.conditions, (code, condition.name), condition, f"{code} ({condition.name})")
        self.rules[code] = condition.rule
        return code

    def add_calendar(self, calendar: Calendar) -> str:
        """Take up a calendar, if it has a name of its own and gives days for every kind of period."""
        for kind in PeriodKind:
            try:
                days = calendar.window(kind, _SOME_YEAR, kind.per_year)
            except Exception as error:
                raise RefusedError(f"{calendar.name!r} has no {kind.value}: {type(error).__name__}") from error
            if not all(isinstance(day, date) for day in days):
                raise RefusedError(f"{calendar.name!r} gives no dates")
        _taken(self.calendars, calendar.name, calendar, calendar.name)
        return calendar.name

    def _refuse_other_rules(self, *rules: Rule) -> None:
        for rule in rules:
            if self.rules.get(rule.code, rule) is not rule:
                raise RefusedError(f"the code {rule.code} is that of another rule")


@frozen
class Hook:
    """One hook: what it is called in lists, what plugins give by it, and how that is taken up.

    Args:
        what: What it registers, as `Plugin.registered` names it.
        fits: Whether something is what the hook asks for.
        wanted: The same in words.
        add: Takes one up and gives its name.
    """

    what: str
    fits: Callable[[object], bool]
    wanted: str
    add: Callable[[Collection, Any], str]


def _named(what: str, kind: type[Any]) -> Hook:
    """Describe a hook whose things have names, each taken once."""

    def add(found: Collection, each: Any) -> str:
        name = str(each.name)
        _taken(getattr(found, what), name, each, name)
        return name

    return Hook(what, lambda each: isinstance(each, kind), kind.__name__, add)


def _taken(found: dict[Any, Any], key: object, each: object, name: str) -> None:
    if found.setdefault(key, each) is not each:
        raise RefusedError(f"the name {name!r} is taken")


HOOKS: Mapping[str, Hook] = {
    "cchc_register_forms": Hook(
        "forms",
        lambda each: isinstance(each, type) and issubclass(each, Record),
        "a record class made by @form",
        Collection.add_form,
    ),
    "cchc_register_rules": Hook(
        "rules", lambda each: isinstance(each, Condition), Condition.__name__, Collection.add_condition
    ),
    "cchc_register_exporters": _named("exporters", Exporter),
    "cchc_register_readers": _named("readers", Reader),
    "cchc_register_calendars": Hook(
        "calendars", lambda each: isinstance(each, Calendar), Calendar.__name__, Collection.add_calendar
    ),
    "cchc_register_agencies": _named("agencies", AgencyRegister),
    "cchc_register_documents": _named("documents", KnownDocument),
}
"""The hooks, in the order in which they are called: forms before the rules that look at them."""
