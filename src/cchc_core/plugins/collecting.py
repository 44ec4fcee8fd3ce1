"""What plugins register, taken up piece by piece: what does not fit is refused with the reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from attrs import Factory, define, frozen

from cchc_core.conditions import Condition, KnownDocument
from cchc_core.errors import DeclarationError
from cchc_core.forms import Catalogue, Form, Record, form_of
from cchc_core.plugins.hooks import Exporter, Reader
from cchc_core.report import ANNEX_FORM, AgencyRegister, Calendar
from cchc_core.rules import Rule

__all__ = ["HOOKS", "Collection", "RefusedError"]


class RefusedError(Exception):
    """Raised when something that a plugin registers cannot be taken up; the message says why."""


@define
class Collection:
    """Everything registered so far, in the order of the plugins."""

    exporters: dict[str, Exporter] = Factory(dict)
    readers: dict[str, Reader] = Factory(dict)
    forms: list[Form] = Factory(list)
    conditions: dict[tuple[str, str], Condition[Any]] = Factory(dict)
    calendars: dict[str, Calendar] = Factory(dict)
    agencies: dict[str, AgencyRegister] = Factory(dict)
    documents: dict[str, KnownDocument] = Factory(dict)
    rules: dict[str, Rule] = Factory(dict)

    def add_form(self, record: type[Record]) -> str:
        """Take up a form, if its key is free on its days and its rules are new or the ones known."""
        try:
            new = form_of(record)
            if ANNEX_FORM in new.order:
                raise RefusedError(f"no figure can be called {ANNEX_FORM!r}, which names the form in files")
            self._refuse_other_rules(*new.rules)
            Catalogue.of([*(form.record for form in self.forms), record])
        except DeclarationError as error:
            raise RefusedError(str(error)) from None
        self.forms.append(new)
        self.rules |= {rule.code: rule for rule in new.rules}
        return new.key

    def add_condition(self, condition: Condition[Any]) -> str:
        """Take up a rule that is a function, if its code is free, or is that of the same rule."""
        code = condition.rule.code
        self._refuse_other_rules(condition.rule)
        _taken(self.conditions, (code, condition.name), condition, f"{code} ({condition.name})")
        self.rules[code] = condition.rule
        return code

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
    "cchc_register_calendars": _named("calendars", Calendar),
    "cchc_register_agencies": _named("agencies", AgencyRegister),
    "cchc_register_documents": _named("documents", KnownDocument),
}
"""The hooks, in the order in which they are called: forms before the rules that look at them."""
