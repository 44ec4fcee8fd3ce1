"""The report: who reports on which period, section I, the six reform areas, and what is cited."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from cchc_core.catalogue import (
    CivilService,
    DigitalGovernment,
    Direction,
    DossierRow,
    Institutions,
    OnlineRow,
    Organisation,
    OverdueRow,
    Procedures,
    PublicFinance,
)
from cchc_core.catalogue.rules import (
    ARE_003,
    ARE_004,
    ARE_012,
    ARE_016,
    ARE_021,
    ARE_029,
    FIG_001,
    LVL_008,
)
from cchc_core.catalogue.sources import CV725_2021
from cchc_core.errors import FigureValueError
from cchc_core.forms import (
    Catalogue,
    Form,
    Level,
    Part,
    Record,
    bound,
    form,
    form_of,
    identity,
    listed,
    part,
    same,
    support,
)
from cchc_core.law import InForce
from cchc_core.report.agency import Agency
from cchc_core.report.citation import Citation
from cchc_core.report.document import Document, Narrative, Signatory
from cchc_core.report.period import Period
from cchc_core.report.printed import PrintedTitle, StatedDay

__all__ = ["ANNEX_FORM", "CATALOGUE", "Report", "annexes_of", "can_be_annexed", "forms_within"]

ANNEX_FORM = "form"
"""The key under which a file names the form of an annex, beside its figures; no figure of an annex has this name."""


@form(
    "report",
    title="Báo cáo cải cách hành chính định kỳ",
    source=CV725_2021.at("đề cương báo cáo"),
    in_force=InForce(start=CV725_2021.issued),
    nonnegative=FIG_001,
)
class Report(Record):
    """A periodic report on administrative reform. Relations across its sections are declared here.

    Args:
        agency: Who reports.
        period: On which period.
        document: Number, date, recipients.
        signatory: Who signs.
        narrative: Assessment, orientation, proposals.
        citations: The documents cited, each once.
        titles: Titles of its sections as printed, those of the reform areas at least.
        stated_days: Days that the text states for what was done or counted.
        annexes: Records of forms that are no part of the report itself, such as those of plugins; each form once.
        direction: Section I; the six reform areas follow it.
    """

    agency: Agency
    period: Period
    document: Document
    signatory: Signatory = Signatory()
    narrative: Narrative = Narrative()
    citations: tuple[Citation, ...] = ()
    titles: tuple[PrintedTitle, ...] = ()
    stated_days: tuple[StatedDay, ...] = ()
    annexes: tuple[Record, ...] = ()
    direction: Part[Direction] = part(Direction)
    institutions: Part[Institutions] = part(Institutions)
    procedures: Part[Procedures] = part(Procedures)
    organisation: Part[Organisation] = part(Organisation)
    civil_service: Part[CivilService] = part(CivilService)
    public_finance: Part[PublicFinance] = part(PublicFinance)
    digital_government: Part[DigitalGovernment] = part(DigitalGovernment)

    planned_communes_agree = same(ARE_004, civil_service.planned_communes == direction.planned_communes)
    planned_departments_agree = same(ARE_004, civil_service.planned_departments == direction.planned_departments)
    unannounced_communes_agree = same(ARE_004, civil_service.unannounced_communes == direction.unannounced_communes)
    planned_within_communes = bound(ARE_003, direction.planned_communes <= procedures.communes)
    unannounced_within_communes = bound(ARE_003, direction.unannounced_communes <= procedures.communes)
    communes_agree = same(LVL_008, digital_government.document_system_communes == procedures.communes)
    nonspecialists_within_norm = bound(
        ARE_016,
        organisation.nonspecialist_commune
        <= organisation.nonspecialist_quota_type1 * organisation.communes_type1
        + organisation.nonspecialist_quota_other * (procedures.communes - organisation.communes_type1),
    )
    every_commune_inspected_once = support(
        ARE_029,
        direction.planned_communes + direction.unannounced_communes + direction.communes_inspected_by_province
        == procedures.communes,
    )
    service_units_by_autonomy = identity(
        ARE_012,
        civil_service.service_units
        == public_finance.autonomy_full
        + public_finance.autonomy_recurrent
        + public_finance.autonomy_partial
        + public_finance.autonomy_none,
    )

    def __attrs_post_init__(self) -> None:
        """Refuse, beside what every record refuses, an annex that is no record, or the second one of a form."""
        super().__attrs_post_init__()
        given: object = self.annexes
        if not isinstance(given, tuple) or not all(isinstance(each, Record) for each in given):
            raise FigureValueError(type(self).__name__, "annexes", given)
        forms = [form_of(each) for each in given]
        keys = [each.key for each in forms]
        if len(set(keys)) < len(keys) or not all(map(can_be_annexed, forms)):
            raise FigureValueError(type(self).__name__, "annexes", keys)

    reduced_within_downsized = bound(ARE_021, organisation.commune_staff_reduced <= civil_service.downsized)

    service_units_listed = listed(
        "6.2.1", "Đơn vị sự nghiệp công lập theo mức tự chủ tài chính", civil_service.service_units, level=Level.TOTAL
    )
    filed_online = listed(
        "7.5.1",
        "Tỷ lệ hồ sơ nộp trực tuyến",
        procedures.dossiers.total.online_share,
        base="Hồ sơ tiếp nhận trong kỳ",
        part="Hồ sơ nộp trực tuyến",
        level=Level.TOTAL,
    )
    paid_online = listed(
        "7.5.2",
        "Tỷ lệ hồ sơ thanh toán trực tuyến",
        procedures.dossiers.total.paid_online_share,
        base="Hồ sơ có phí, lệ phí",
        part="Hồ sơ thanh toán trực tuyến",
        level=Level.TOTAL,
    )
    digitised_files = listed(
        "7.6.1",
        "Tỷ lệ hồ sơ tiếp nhận được số hóa thành phần",
        procedures.dossiers.total.digitised_share,
        base="Hồ sơ tiếp nhận trong kỳ",
        part="Hồ sơ tiếp nhận trong kỳ được số hóa thành phần",
        level=Level.TOTAL,
    )
    digitised_results = listed(
        "7.6.2",
        "Tỷ lệ kết quả giải quyết được số hóa",
        procedures.dossiers.total.digitised_results_share,
        base="Hồ sơ đã giải quyết",
        part="Hồ sơ có kết quả giải quyết được số hóa",
        level=Level.TOTAL,
    )


def annexes_of(record: Record) -> Iterator[tuple[str, Record]]:
    """Give the annexes of a report, each with its path; a record of another form has none."""
    if isinstance(record, Report):
        yield from ((f"annexes[{index}]", each) for index, each in enumerate(record.annexes))


def can_be_annexed(form: Form) -> bool:
    """Tell whether records of a form can come with a report: it has no place in the report itself.

    >>> from cchc_core import DossierRow
    >>> can_be_annexed(form_of(DossierRow))
    False
    """
    return form not in forms_within(form_of(Report))


def forms_within(form: Form) -> frozenset[Form]:
    """Give a form, and those of its parts and tables, and of theirs."""
    return _within(form)


@cache
def _within(form: Form) -> frozenset[Form]:
    nested = (_within(form_of(each.record)) for each in form.nested.values())
    return frozenset({form}).union(*nested)


CATALOGUE = Catalogue.of(
    (
        Report,
        Direction,
        Institutions,
        Procedures,
        DossierRow,
        OnlineRow,
        OverdueRow,
        Organisation,
        CivilService,
        PublicFinance,
        DigitalGovernment,
    )
)
"""The forms that come with the library."""
