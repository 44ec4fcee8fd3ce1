"""Results of a check in the formats of build servers: SARIF for code hosts, JUnit for test reports."""

from cchc_core.interchange.junit import JunitText, junit_of, junit_piece
from cchc_core.interchange.lines import lines_of
from cchc_core.interchange.named import NamedResult, Trouble
from cchc_core.interchange.sarif import SarifText, artifact_uri, sarif_of, sarif_piece

__all__ = [
    "JunitText",
    "NamedResult",
    "SarifText",
    "Trouble",
    "artifact_uri",
    "junit_of",
    "junit_piece",
    "lines_of",
    "sarif_of",
    "sarif_piece",
]
