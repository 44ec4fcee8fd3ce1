"""The condition on the reporting agency, and finding agencies in the registers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from unicodedata import normalize

from cchc_core.conditions.condition import Breach, Context, Judgement, Skipped
from cchc_core.conditions.names import issuer_key
from cchc_core.report import Agency, AgencyRegister, Report
from cchc_core.words import Text

__all__ = ["agencies_known_as", "agency_is_as_registered"]

_TITLE = "Cơ quan báo cáo"

_OTHER_NAME = Text(
    "mã {code} là của “{registered}”, không phải “{name}”",
    "the code {code} is that of “{registered}”, not of “{name}”",
)
_OTHER_CODE = Text(
    "“{name}” có mã {registered}, nhưng báo cáo ghi {code}",
    "“{name}” has the code {registered}, but the report says {code}",
)


def agencies_known_as(text: str, registers: Iterable[AgencyRegister], on: date | None = None) -> tuple[Agency, ...]:
    """Give the agencies of a code, or of a name, from the registers of a day.

    Abbreviations, capitals and spaces make no difference; marks do only where names differ by nothing else.

    Args:
        text: A code, or a whole name.
        registers: The registers.
        on: The day; ``None`` for registers of any time.
    """
    known = [each for register in registers if on is None or on in register.in_force for each in register.agencies]
    by_code = [each for each in known if each.code and each.code.strip() == text.strip()]
    alike = by_code or [each for each in known if issuer_key(each.name) == issuer_key(text)]
    exact = [each for each in alike if _plain(each.name) == _plain(text)]
    return tuple(dict.fromkeys(exact or alike))


def agency_is_as_registered(report: Report, context: Context) -> Judgement:
    """DOC-008: name and code of the agency go together as in the registers of the period's last day."""
    agency, day, code = report.agency, report.period.end, report.agency.code.strip()
    named = [each for each in agencies_known_as(agency.name, context.agencies, day) if each.code.strip()]
    coded = agencies_known_as(code, context.agencies, day) if code else ()
    if not code or not (named or coded):
        return Skipped(kind="not_registered")
    if code in {each.code.strip() for each in named}:
        return ()
    facts = {"name": agency.name, "code": code}
    if len(coded) == 1:
        registered = coded[0].name
        return (Breach(said=_OTHER_NAME, facts={**facts, "registered": registered}, at="agency", title=_TITLE),)
    codes = ", ".join(sorted({each.code for each in named}))
    return (Breach(said=_OTHER_CODE, facts={**facts, "registered": codes}, at="agency", title=_TITLE),)


def _plain(text: str) -> str:
    return " ".join(normalize("NFC", text).casefold().split())
