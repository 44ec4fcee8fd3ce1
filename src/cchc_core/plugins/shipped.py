"""What the library brings itself, through the hooks that any plugin uses; its file formats are plugins of their own."""

from __future__ import annotations

from typing import Any

from cchc_core.conditions import CONDITIONS, KNOWN_DOCUMENTS, Condition, KnownDocument
from cchc_core.forms import Record
from cchc_core.plugins.hooks import hookimpl
from cchc_core.report import CALENDARS, CATALOGUE, Calendar

__all__: list[str] = []


@hookimpl
def cchc_register_forms() -> list[type[Record]]:
    """Give the forms of the catalogue."""
    return [form.record for form in CATALOGUE]


@hookimpl
def cchc_register_rules() -> list[Condition[Any]]:
    """Give the rules that are functions."""
    return list(CONDITIONS)


@hookimpl
def cchc_register_calendars() -> list[Calendar]:
    """Give the calendar of the decree, and that of whole months."""
    return list(CALENDARS)


@hookimpl
def cchc_register_documents() -> list[KnownDocument]:
    """Give the documents whose dates and repeals are known."""
    return list(KNOWN_DOCUMENTS)
