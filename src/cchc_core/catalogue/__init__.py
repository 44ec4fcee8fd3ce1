"""The shipped forms: declarations only, one form a file, and the rules they apply."""

from cchc_core.catalogue.bases import OnlineBase, ProceduresBase
from cchc_core.catalogue.civil_service import CivilService
from cchc_core.catalogue.digital_government import DigitalGovernment
from cchc_core.catalogue.direction import Direction
from cchc_core.catalogue.dossiers import DossierRow, OnlineRow
from cchc_core.catalogue.institutions import Institutions
from cchc_core.catalogue.organisation import Organisation
from cchc_core.catalogue.overdue import OverdueRow
from cchc_core.catalogue.procedures import Procedures, ReturnedPolicy
from cchc_core.catalogue.public_finance import PublicFinance

__all__ = [
    "CivilService",
    "DigitalGovernment",
    "Direction",
    "DossierRow",
    "Institutions",
    "OnlineBase",
    "OnlineRow",
    "Organisation",
    "OverdueRow",
    "Procedures",
    "ProceduresBase",
    "PublicFinance",
    "ReturnedPolicy",
]
