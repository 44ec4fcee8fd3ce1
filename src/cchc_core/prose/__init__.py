"""A report as a document in administrative Vietnamese: what it says, in whatever format it is written."""

from cchc_core.prose.annexes import ANNEXES_TITLE, Annex, annexes_said, announced
from cchc_core.prose.appendix import APPENDIX_HEADS, APPENDIX_TITLE, Appendix, AppendixRow, appendix_of
from cchc_core.prose.areas import LINE_HEADS, NO_FIGURES, Area, ShownLine, areas_of
from cchc_core.prose.assessment import NO_WORDS, Passage, assessment_of
from cchc_core.prose.citations import (
    CITATION_HEADS,
    CITATION_TITLE,
    CitationGroup,
    CitedRow,
    citation_groups,
    cited_in,
)
from cchc_core.prose.grids import Grid, GridRow, TableSaid, table_said
from cchc_core.prose.letter import MOTTO, NATION, Letter, attached_to, letter_of, short_name
from cchc_core.prose.sentences import Fact, Point, points_said, section_facts, table_facts
from cchc_core.prose.shown import BLANK, WARNING, Piece, Printer, Quoted, Shown, number_of
from cchc_core.prose.text import decapitalised, one_line, shown_text
from cchc_core.prose.wording import POINTS, TABLES, Say

__all__ = [
    "ANNEXES_TITLE",
    "APPENDIX_HEADS",
    "APPENDIX_TITLE",
    "BLANK",
    "CITATION_HEADS",
    "CITATION_TITLE",
    "LINE_HEADS",
    "MOTTO",
    "NATION",
    "NO_FIGURES",
    "NO_WORDS",
    "POINTS",
    "TABLES",
    "WARNING",
    "Annex",
    "Appendix",
    "AppendixRow",
    "Area",
    "CitationGroup",
    "CitedRow",
    "Fact",
    "Grid",
    "GridRow",
    "Letter",
    "Passage",
    "Piece",
    "Point",
    "Printer",
    "Quoted",
    "Say",
    "Shown",
    "ShownLine",
    "TableSaid",
    "annexes_said",
    "announced",
    "appendix_of",
    "areas_of",
    "assessment_of",
    "attached_to",
    "citation_groups",
    "cited_in",
    "decapitalised",
    "letter_of",
    "number_of",
    "one_line",
    "points_said",
    "section_facts",
    "short_name",
    "shown_text",
    "table_facts",
    "table_said",
]
