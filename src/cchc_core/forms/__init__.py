"""The declaration language: figures, tables, identities, bounds, and the forms made of them."""

from cchc_core.forms.catalogue import Catalogue
from cchc_core.forms.figures import (
    Figure,
    FigureKind,
    FigureValue,
    OpenBound,
    OpenWord,
    count,
    money,
    open_bound,
    share,
)
from cchc_core.forms.levels import Level
from cchc_core.forms.lines import LineGroup, LineList, line_order
from cchc_core.forms.listed import Listed, listed
from cchc_core.forms.notation import figure_at, notation_of, quotient_of
from cchc_core.forms.paths import revised
from cchc_core.forms.ratios import Ratio, ShareRules, ratio
from cchc_core.forms.record import Form, Record, form, form_of
from cchc_core.forms.relations import FormRelation, bound, identity, same, support
from cchc_core.forms.tables import (
    AgencyRow,
    AgencyTable,
    ByAgency,
    ByField,
    ByLevel,
    FieldRow,
    FieldTable,
    LevelTable,
    NestedDeclaration,
    Part,
    Row,
    by_agency,
    by_field,
    by_level,
    part,
)

__all__ = [
    "AgencyRow",
    "AgencyTable",
    "ByAgency",
    "ByField",
    "ByLevel",
    "Catalogue",
    "FieldRow",
    "FieldTable",
    "Figure",
    "FigureKind",
    "FigureValue",
    "Form",
    "FormRelation",
    "Level",
    "LevelTable",
    "LineGroup",
    "LineList",
    "Listed",
    "NestedDeclaration",
    "OpenBound",
    "OpenWord",
    "Part",
    "Ratio",
    "Record",
    "Row",
    "ShareRules",
    "bound",
    "by_agency",
    "by_field",
    "by_level",
    "count",
    "figure_at",
    "form",
    "form_of",
    "identity",
    "line_order",
    "listed",
    "money",
    "notation_of",
    "open_bound",
    "part",
    "quotient_of",
    "ratio",
    "revised",
    "same",
    "share",
    "support",
]
