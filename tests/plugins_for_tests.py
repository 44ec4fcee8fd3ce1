"""A plugin as a module of its own, with a form, a rule, a register and an exporter with options."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Any

from attrs import frozen
from attrs.validators import ge

from cchc_core import (
    Agency,
    AgencyRegister,
    Breach,
    Condition,
    Context,
    Figure,
    InForce,
    Instrument,
    Judgement,
    Record,
    Rule,
    RuleKind,
    Severity,
    Tier,
)
from cchc_core.catalogue.rules import FIG_001
from cchc_core.forms import ByLevel, Part, by_level, count, form, identity, part
from cchc_core.plugins import Exporter, ExportJob, hookimpl, option
from cchc_core.words import Text

SOURCE = Instrument(notation="Công văn số 1/SNV").at("biểu 1")

KSH_001 = Rule(
    code="KSH-001",
    kind=RuleKind.IDENTITY,
    statement=Text("Phiếu thu về gồm hài lòng và không hài lòng.", "Forms returned are satisfied or not."),
    because=Text("mỗi phiếu chỉ chọn một", "each form says one of the two"),
)
KSH_002 = Rule(
    code="KSH-002",
    kind=RuleKind.PLAUSIBILITY,
    severity=Severity.WARNING,
    statement=Text("Có khảo sát thì phải có phiếu.", "A survey has forms."),
    because=Text("khảo sát bằng phiếu", "it is made with forms"),
    example=Text("khảo sát 0 phiếu", "a survey of 0 forms"),
)


@form("survey-row", title="Dòng khảo sát", source=SOURCE, nonnegative=FIG_001)
class SurveyRow(Record):
    """Visits of one level."""

    visits: Figure[int] = count("Lượt khảo sát", unit="lượt")


@form("survey-place", title="Nơi khảo sát", source=SOURCE, nonnegative=FIG_001)
class SurveyPlace(Record):
    """Where it was made."""

    offices: Figure[int] = count("Bộ phận một cửa được khảo sát", unit="bộ phận")


@form("survey", title="Khảo sát sự hài lòng", source=SOURCE, nonnegative=FIG_001)
class Survey(Record):
    """A survey of those who came to the one-stop shop."""

    returned: Figure[int] = count("Phiếu thu về", unit="phiếu")
    satisfied: Figure[int] = count("Phiếu hài lòng", unit="phiếu")
    unsatisfied: Figure[int] = count("Phiếu không hài lòng", unit="phiếu")
    visits: ByLevel[SurveyRow] = by_level(SurveyRow, "Lượt khảo sát theo cấp", sums=())
    place: Part[SurveyPlace] = part(SurveyPlace)

    returned_by_answer = identity(KSH_001, returned == satisfied + unsatisfied)


def survey_has_forms(survey: Survey, _: Context) -> Judgement:
    """KSH-002: a survey without forms is none."""
    if survey.returned == 0:
        return (Breach(said=Text("không có phiếu nào", "there is no form"), at="returned"),)
    return ()


def fails(survey: Survey, _: Context) -> Judgement:
    """Fail, as a rule of somebody else may."""
    raise ValueError(f"{survey.returned} {{x}}")


def forgets(_: Survey, __: Context) -> Judgement:
    """Give nothing, as a function that forgets to return does."""
    return None  # type: ignore[return-value]


class Paper(Enum):
    """Sizes of paper."""

    A4 = "a4"
    A3 = "a3"


@frozen(kw_only=True)
class NoteOptions:
    """Options of an exporter, one of each kind."""

    charts: bool = option(default=True, vi="Vẽ biểu đồ", en="Draw charts")
    rows: int = option(default=30, vi="Số dòng", en="Rows", validator=ge(1))
    paper: Paper = option(default=Paper.A4, vi="Khổ giấy", en="Paper")  # noqa: RUF009 - it is a field
    title: str = option(default="", vi="Tên", en="Title")


def note(job: ExportJob) -> bytes:
    """Write down what is asked."""
    return repr(job.options_as(NoteOptions)).encode()


REGISTER = AgencyRegister(
    name="tinh",
    title="Các xã của tỉnh",
    agencies=[
        Agency(name="Ủy ban nhân dân xã Tân Lập", tier=Tier.COMMUNE, code="00001", parent="UBND tỉnh"),
        Agency(name="Ủy ban nhân dân xã Tân Lạp", tier=Tier.COMMUNE, code="00002"),
        Agency(name="Ủy ban nhân dân xã Phú Đình", tier=Tier.COMMUNE, code="00003"),
        Agency(name="Ủy ban nhân dân xã Phú Đình", tier=Tier.COMMUNE, code="00004"),
    ],
    source=SOURCE,
    in_force=InForce(start=date(2025, 7, 1)),
)


@hookimpl
def cchc_register_forms() -> list[type[Record]]:
    """Give the forms."""
    return [Survey, SurveyRow, SurveyPlace]


@hookimpl
def cchc_register_rules() -> list[Condition[Any]]:
    """Give the rules, two of which fail."""
    return [Condition(rule=KSH_002, on=Survey, judge=each) for each in (survey_has_forms, fails, forgets)]


@hookimpl
def cchc_register_agencies() -> list[AgencyRegister]:
    """Give the register."""
    return [REGISTER]


@hookimpl
def cchc_register_exporters() -> list[Exporter]:
    """Give the exporter."""
    return [
        Exporter(
            name="note", suffix=".note.txt", media_type="text/plain", title="Ghi chú", render=note, options=NoteOptions
        )
    ]
