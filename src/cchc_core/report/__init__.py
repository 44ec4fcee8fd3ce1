"""The document: agency, period, citations, texts, and the report that holds them and the figures."""

from cchc_core.report.agency import STRUCTURES, Agency, Structure, Tier, structure_on
from cchc_core.report.citation import Citation, IssuerLevel, Variant, parse_notation, printed_date
from cchc_core.report.document import OPEN, Document, Narrative, Signatory
from cchc_core.report.period import CALENDAR_DAYS, CALENDARS, ND09_2019, YEARS, Calendar, Period, PeriodKind
from cchc_core.report.printed import PrintedTitle, StatedDay
from cchc_core.report.programme import PROGRAMMES, ReformArea, ReformProgramme, programmes_of
from cchc_core.report.register import AgencyRegister
from cchc_core.report.report import ANNEX_FORM, CATALOGUE, Report, annexes_of, can_be_annexed, forms_within

__all__ = [
    "ANNEX_FORM",
    "CALENDARS",
    "CALENDAR_DAYS",
    "CATALOGUE",
    "ND09_2019",
    "OPEN",
    "PROGRAMMES",
    "STRUCTURES",
    "YEARS",
    "Agency",
    "AgencyRegister",
    "Calendar",
    "Citation",
    "Document",
    "IssuerLevel",
    "Narrative",
    "Period",
    "PeriodKind",
    "PrintedTitle",
    "ReformArea",
    "ReformProgramme",
    "Report",
    "Signatory",
    "StatedDay",
    "Structure",
    "Tier",
    "Variant",
    "annexes_of",
    "can_be_annexed",
    "forms_within",
    "parse_notation",
    "printed_date",
    "programmes_of",
    "structure_on",
]
