"""Every source of law that the library cites, with whether its text was read, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_core import CATALOGUE, RULE_BOOK, Instrument, Source
from cchc_core.plugins import find_plugins
from cchc_core.report import printed_date
from cchc_core.report.programme import PROGRAMMES
from reference_pages.marks import code, table, text

__all__ = ["sources"]


def sources() -> Iterator[str]:
    """Give each instrument with the places that are cited in it, and what rests on each; known documents have a table."""
    cited: dict[Instrument, dict[str, list[str]]] = {}
    for source, use in _uses():
        place = text(source.place) or "*as a whole*"
        row = f"{place} | {'seen' if source.verified else 'not seen'}"
        cited.setdefault(source.instrument, {}).setdefault(row, []).append(use)
    for instrument in sorted(cited, key=lambda each: each.notation):
        issued = f", {printed_date(instrument.issued)}" if instrument.issued else ""
        yield from ("", f"**{text(instrument.notation)}**{issued}: {text(instrument.title)}", "")
        places = cited[instrument].items()
        yield from table(("Place", "Text", "Rests on it"), ((row, ", ".join(uses)) for row, uses in places))


def _uses() -> Iterator[tuple[Source, str]]:
    for form in CATALOGUE:
        link = f"[{code(form.key)}](#form-{form.key})"
        yield form.source, f"form {link}"
        yield from ((each.source, f"{code(each.name)} in {link}") for each in form.figures.values() if each.source)
    for rule in RULE_BOOK.rules:
        if rule.source:
            yield rule.source, f"rule [{rule.code}](#rule-{rule.code.lower()})"
    for calendar in find_plugins().calendars.values():
        yield from ((each, f"calendar {code(calendar.name)}, {kind.value}") for kind, each in calendar.source.items())
    for programme in PROGRAMMES:
        yield programme.source, f"titles of the reform areas, {programme.first_year} to {programme.last_year}"
