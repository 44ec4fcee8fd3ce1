"""DOC-008: name and code of the reporting agency are those of a register."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

from cchc_core import Agency, Context, Finding, Reason, Report, Tier, check, describe
from cchc_core.conditions import agencies_known_as
from judged_for_tests import report_of
from plugins_for_tests import REGISTER

DAY = "2025-12-14"


def _report(name: str, code: str, day: str = DAY) -> Report:
    return report_of(day, agency=Agency(name=name, tier=Tier.COMMUNE, code=code))


def _found(report: Report) -> list[Finding]:
    result = check(report, context=Context(day=report.period.end, agencies=(REGISTER,)))
    return [finding for finding in result.findings if finding.code == "DOC-008"]


def _reason(report: Report) -> str:
    result = check(report, context=Context(day=report.period.end, agencies=(REGISTER,)))
    (outcome,) = [each for each in result.outcomes if each.rule.code == "DOC-008"]
    return outcome.status.value if outcome.reason is None else outcome.reason.kind


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Ủy ban nhân dân xã Tân Lập", "00001"),
        ("UBND xã  TÂN LẬP", "00001"),
        ("Ủy ban nhân dân xã Phú Đình", "00004"),
    ],
)
def test_as_the_register_has_it(name: str, code: str) -> None:
    assert _reason(_report(name, code)) == "passed"


@pytest.mark.parametrize(
    ("name", "code", "day"),
    [
        ("Ủy ban nhân dân xã Tân Lập", "", DAY),
        ("Ủy ban nhân dân xã Khác", "99999", DAY),
        ("Ủy ban nhân dân xã Tân Lập", "00003", "2024-12-14"),
    ],
)
def test_what_no_register_knows(name: str, code: str, day: str) -> None:
    """No code, an agency of elsewhere, or a day on which the register was not in force yet."""
    assert _reason(_report(name, code, day)) == "not_registered"


def test_an_entry_without_a_code_says_nothing_of_codes() -> None:
    named = Agency(name="Ủy ban nhân dân xã Tân Lập", tier=Tier.COMMUNE)
    report = _report(named.name, "00006")
    register = attrs.evolve(REGISTER, agencies=[named])
    result = check(report, context=Context(day=report.period.end, agencies=(register,)))
    assert [each.reason for each in result.outcomes if each.rule.code == "DOC-008"] == [Reason(kind="not_registered")]


def test_spaces_around_a_code_make_no_difference() -> None:
    assert _reason(_report("UBND xã Tân Lập", " 00001 ")) == "passed"


@pytest.mark.parametrize("wrong", [{"agencies": ["x"]}, {"agencies": "abc"}, {"name": None}, {"source": None}])
def test_a_register_of_something_else(wrong: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        attrs.evolve(REGISTER, **wrong)


def test_a_code_of_another() -> None:
    (finding,) = _found(_report("Ủy ban nhân dân xã Tân Lập", "00002"))
    assert finding.severity.value == "warning"
    assert finding.place.path == "agency"
    assert "mã 00002 là của “Ủy ban nhân dân xã Tân Lạp”" in describe(finding)
    assert "the code 00002 is that of" in describe(finding, "en")


def test_a_code_of_nobody() -> None:
    (finding,) = _found(_report("Ủy ban nhân dân xã Phú Đình", "00009"))
    assert "có mã 00003, 00004, nhưng báo cáo ghi 00009" in describe(finding)


def test_a_code_of_a_name_nobody_knows() -> None:
    (finding,) = _found(_report("Ủy ban nhân dân xã Lạ", "00001"))
    assert "không phải “Ủy ban nhân dân xã Lạ”" in describe(finding)


def test_marks_tell_names_apart_where_nothing_else_does() -> None:
    """Two communes may differ by a tone alone; a name typed without marks may mean either."""
    assert [each.code for each in agencies_known_as("ubnd xã tân lập", [REGISTER])] == ["00001", "00002"]
    exact = agencies_known_as("Ủy ban nhân dân xã Tân Lập", [REGISTER])
    assert [each.code for each in exact] == ["00001"]
    assert agencies_known_as("00001", [REGISTER], date(2020, 1, 1)) == ()
