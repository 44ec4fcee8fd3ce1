"""The conditions that come with the library, in the order in which a reader meets what they look at."""

from __future__ import annotations

from typing import Any

from cchc_core.catalogue import DossierRow, Procedures
from cchc_core.catalogue.rules import ARE_018, DOS_010, DOS_011, DOS_012, DOS_013, DOS_014, DOS_016, DOS_018, ONL_006
from cchc_core.catalogue.rules.citations import (
    CIT_001,
    CIT_002,
    CIT_003,
    CIT_004,
    CIT_005,
    CIT_006,
    CIT_007,
    CIT_008,
    CIT_009,
)
from cchc_core.catalogue.rules.declared import ARE_008, ONL_007, ONL_009
from cchc_core.catalogue.rules.documents import DOC_002, DOC_003, DOC_004, DOC_007, DOC_008
from cchc_core.catalogue.rules.levels import LVL_006, LVL_010, LVL_011
from cchc_core.catalogue.rules.periods import PER_005
from cchc_core.conditions.agencies import agency_is_as_registered
from cchc_core.conditions.citations import (
    citation_is_complete,
    dates_are_possible,
    one_document_one_wording,
    symbol_year_is_date_year,
)
from cchc_core.conditions.condition import Condition
from cchc_core.conditions.declared import online_base_is_stated, procedures_base_is_stated, words_are_of_the_period
from cchc_core.conditions.documents import (
    areas_are_of_one_programme,
    days_lie_in_the_period,
    forms_are_in_force,
    marks_are_complete,
)
from cchc_core.conditions.dossiers import (
    every_dossier_has_a_class,
    late_dossiers_are_explained,
    no_online_dossiers_without_procedures,
    returned_and_withdrawn_have_a_policy,
    shares_add_up_to_the_whole,
)
from cchc_core.conditions.indicators import shares_come_with_their_figures
from cchc_core.conditions.known_documents import (
    amending_documents_are_younger,
    cited_documents_are_in_force,
    known_dates_are_printed,
)
from cchc_core.conditions.levels import levels_are_legal, no_row_holds_it_all, zero_levels_are_confirmed
from cchc_core.conditions.periods import window_is_that_of_the_calendar
from cchc_core.conditions.registers import numbers_follow_dates
from cchc_core.conditions.rows import rows_are_named_once, rows_are_numbered_in_order, rows_report_something
from cchc_core.conditions.symbols import symbol_fits_its_type
from cchc_core.report import Report

__all__ = ["CONDITIONS"]

CONDITIONS: tuple[Condition[Any], ...] = (
    Condition(rule=DOS_010, on=Procedures, judge=rows_are_named_once),
    Condition(rule=DOS_011, on=Procedures, judge=rows_are_numbered_in_order),
    Condition(rule=DOS_012, on=Report, judge=rows_report_something),
    Condition(rule=DOS_013, on=Procedures, judge=returned_and_withdrawn_have_a_policy),
    Condition(rule=DOS_014, on=DossierRow, judge=every_dossier_has_a_class),
    Condition(rule=DOS_016, on=Procedures, judge=late_dossiers_are_explained),
    Condition(rule=DOS_018, on=DossierRow, judge=shares_add_up_to_the_whole),
    Condition(rule=ONL_006, on=Procedures, judge=no_online_dossiers_without_procedures),
    Condition(rule=ONL_007, on=Procedures, judge=words_are_of_the_period),
    Condition(rule=ONL_009, on=Procedures, judge=online_base_is_stated),
    Condition(rule=LVL_006, on=Report, judge=levels_are_legal),
    Condition(rule=LVL_010, on=Report, judge=zero_levels_are_confirmed),
    Condition(rule=LVL_011, on=Report, judge=no_row_holds_it_all),
    Condition(rule=PER_005, on=Report, judge=window_is_that_of_the_calendar),
    Condition(rule=ARE_008, on=Procedures, judge=procedures_base_is_stated),
    Condition(rule=ARE_018, on=Report, judge=shares_come_with_their_figures),
    Condition(rule=CIT_001, on=Report, judge=symbol_year_is_date_year),
    Condition(rule=CIT_002, on=Report, judge=numbers_follow_dates),
    Condition(rule=CIT_003, on=Report, judge=one_document_one_wording),
    Condition(rule=CIT_004, on=Report, judge=citation_is_complete),
    Condition(rule=CIT_005, on=Report, judge=symbol_fits_its_type),
    Condition(rule=CIT_006, on=Report, judge=dates_are_possible),
    Condition(rule=CIT_007, on=Report, judge=cited_documents_are_in_force),
    Condition(rule=CIT_008, on=Report, judge=known_dates_are_printed),
    Condition(rule=CIT_009, on=Report, judge=amending_documents_are_younger),
    Condition(rule=DOC_002, on=Report, judge=areas_are_of_one_programme),
    Condition(rule=DOC_003, on=Report, judge=marks_are_complete),
    Condition(rule=DOC_004, on=Report, judge=days_lie_in_the_period),
    Condition(rule=DOC_007, on=Report, judge=forms_are_in_force),
    Condition(rule=DOC_008, on=Report, judge=agency_is_as_registered),
)
"""The conditions that come with the library."""
