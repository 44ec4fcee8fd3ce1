"""Results as SARIF 2.1.0, the format in which code hosts show findings beside the lines of a file.

One document has one run whatever the number of files, since hosts refuse several runs of one tool. The run is
successful if every file was read. A rule that could not run leaves it so, but has a notification of level error: by
appendix I of the standard the first means that the tool came to its end, the second that results may be missing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from cchc_core.checks import (
    CheckResult,
    Finding,
    Place,
    RuleOutcome,
    describe_figure,
    describe_outcome,
    describe_place,
    facts_of,
)
from cchc_core.interchange.fingerprints import fingerprints_of
from cchc_core.interchange.named import NamedResult, Trouble
from cchc_core.numbers import printed
from cchc_core.rules import Rule, Severity
from cchc_core.words import Language, say

__all__ = ["SarifText", "artifact_uri", "sarif_of", "sarif_piece"]

Object = dict[str, Any]
"""A JSON object; its shape is that of the published schema, by which the tests hold it."""

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_FINGERPRINT = "cchcFinding/v1"
_STOPPED = "could_not_run"


def sarif_of(results: Iterable[NamedResult], lang: Language = "vi") -> str:
    """Write the results of files as one SARIF document.

    Args:
        results: The result of each file, in the order in which they are told.
        lang: Language of what the document says of itself; each result has its own.

    >>> import json
    >>> from cchc_core import check, load
    >>> result = check(load("examples/dinh-hoa-2021.json"))
    >>> text = sarif_of([NamedResult(name="bao-cao.json", result=result, lang="en")], "en")
    >>> first = json.loads(text)["runs"][0]["results"][0]
    >>> first["ruleId"], first["level"], first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    ('ONL-001', 'error', 'bao-cao.json')
    """
    text = SarifText(lang)
    pieces = [text.add(sarif_piece(each)) for each in results]
    return "".join([*pieces, text.end()])


class SarifText:
    """A SARIF document that is written while its results come, so that they need not be kept.

    Args:
        lang: Language of what the document says of itself.
    """

    def __init__(self, lang: Language = "vi") -> None:
        self._lang = lang
        self._rules: dict[str, Object] = {}
        self._notifications: list[Object] = []
        self._is_successful = True
        self._is_begun = False

    def add(self, piece: str) -> str:
        """Give the text by which the document grows.

        Args:
            piece: What `sarif_piece` gave for the next file.
        """
        part = json.loads(piece)
        for rule in part["rules"]:
            self._rules.setdefault(rule["id"], rule)
        numbers = {code: number for number, code in enumerate(self._rules)}
        for each in part["notifications"]:
            if "associatedRule" in each:
                each["associatedRule"]["index"] = numbers[each["associatedRule"]["id"]]
        self._notifications += part["notifications"]
        self._is_successful &= part["isRead"]
        lines = []
        for each in part["results"]:
            lines.append(",\n" if self._is_begun else self._head())
            lines.append(_text({"ruleId": each["ruleId"], "ruleIndex": numbers[each["ruleId"]], **each}))
        return "".join(lines)

    def end(self) -> str:
        """Give the rest of the document: the tool, its rules, and what went wrong with files."""
        driver = {
            "name": "cchc",
            "version": version("cchc"),
            "language": self._lang,
            "rules": list(self._rules.values()),
        }
        invocation = {
            "executionSuccessful": self._is_successful,
            "toolExecutionNotifications": self._notifications,
        }
        head = "" if self._is_begun else self._head()
        return f'{head}\n],\n"invocations": {_text([invocation])},\n"tool": {_text({"driver": driver})}}}]}}\n'

    def _head(self) -> str:
        self._is_begun = True
        schema, language = _text(_SCHEMA), _text(self._lang)
        return f'{{"$schema": {schema}, "version": "2.1.0", "runs": [{{"language": {language}, "results": [\n'


def sarif_piece(named: NamedResult) -> str:
    """Write what a SARIF document says of one file, as text that can be handed from process to process."""
    result = named.result or CheckResult()
    stopped = result.could_not_run
    rules = {each.code: each.rule for each in result.findings} | {each.rule.code: each.rule for each in stopped}
    return _text(
        {
            "results": list(_results(named)),
            "rules": [_rule(rule, named.lang) for rule in rules.values()],
            "notifications": [
                *(_notification(named.name, each) for each in named.troubles),
                *(_stopped(named, each) for each in stopped),
            ],
            "isRead": not named.troubles,
        }
    )


def artifact_uri(name: str, flavour: type[PurePath] = PurePath) -> str:
    r"""Write the name of a file as a URI: relative as it is named, or of the scheme ``file``.

    Args:
        name: Name of the file.
        flavour: How names are written on the system that it comes from.

    >>> from pathlib import PureWindowsPath
    >>> artifact_uri("năm 2021/a#1.json")
    'n%C4%83m%202021/a%231.json'
    >>> artifact_uri(r"bao cao\q3.xlsx", PureWindowsPath), artifact_uri(r"C:\bc\q3.xlsx", PureWindowsPath)
    ('bao%20cao/q3.xlsx', 'file:///C:/bc/q3.xlsx')
    """
    path = flavour(name)
    drive, posix = path.drive, path.as_posix()
    if not path.is_absolute():
        return _quoted(posix)
    if drive.endswith(":"):
        return f"file:///{drive}{_quoted(posix.removeprefix(drive))}"
    return f"file:{'' if drive else '//'}{_quoted(posix)}"


def _quoted(path: str) -> str:
    """Escape the path of a URI; names on Windows may hold half a character, elsewhere bytes that are no text."""
    try:
        return quote(path, errors="surrogateescape")
    except UnicodeEncodeError:
        return quote(path, errors="surrogatepass")


def _results(named: NamedResult) -> Iterator[Object]:
    if named.result is None:
        return
    facts = facts_of(named.result, named.lang)
    causes = {number: cause for cause in facts["causes"] for number in cause["findings"]}
    fingerprints = fingerprints_of(named.result)
    for number, finding in enumerate(named.result.findings):
        cause = causes.get(number)
        suggestion = _suggestion(cause)
        said = "\n".join(filter(None, (named.told(finding), *(cause["message"] if suggestion and cause else ()))))
        properties = {
            **{name: facts["findings"][number][name] for name in _KEPT},
            **({"cause": {name: cause[name] for name in ("codes", "status", "message")}} if cause else {}),
            **({"suggestion": suggestion} if suggestion else {}),
        }
        yield {
            "ruleId": finding.code,
            "level": _LEVELS[finding.severity],
            "message": _message(said),
            "locations": [_location(named, finding.place)],
            **_related(named, finding),
            "partialFingerprints": {_FINGERPRINT: fingerprints[number]},
            "properties": properties,
        }


_KEPT = ("relation", "operator", "reported", "expected", "gap", "grade", "basis")
"""What is kept of the facts of a finding, as `facts_of` gives them."""


def _suggestion(cause: Object | None) -> str:
    """Say what the figures probably were. Only words: what was reported is nobody's to replace unasked."""
    if cause is None or cause["suggestion"] is None:
        return ""
    return str(cause["candidates"][cause["suggestion"]]["message"])


def _related(named: NamedResult, finding: Finding) -> Object:
    """Give the other figures of the relation, each with its value, for whoever follows it through the file."""
    operands = {operand.place.path: operand for operand in finding.operands}
    operands.pop(finding.place.path, None)
    blank = say("cause.blank", named.lang)
    related = [
        {
            "id": number,
            **_location(named, operand.place),
            "message": _message(
                f"{describe_figure(operand.place, named.lang)}: "
                f"{blank if operand.value is None else printed(operand.value, named.lang)}"
            ),
        }
        for number, operand in enumerate(operands.values(), 1)
    ]
    return {"relatedLocations": related} if related else {}


def _location(named: NamedResult, place: Place) -> Object:
    """Give the file and line, the figure by its path, and the cell of a workbook."""
    logical: list[Object] = []
    if place.path:
        name = place.path[place.path.rfind(".") + 1 :]
        logical.append({"name": name, "fullyQualifiedName": place.path, "kind": "member"})
    if place.cell:
        logical.append({"name": place.cell.rpartition("!")[2], "fullyQualifiedName": place.cell, "kind": "cell"})
    physical = {
        "artifactLocation": {"uri": artifact_uri(named.name)},
        "region": {"startLine": named.line_of(place.path)},  # code hosts show nothing without a line
    }
    return {"physicalLocation": physical, **({"logicalLocations": logical} if logical else {})}


def _rule(rule: Rule, lang: Language) -> Object:
    statement = rule.statement.to(lang)
    because = say("finding.because", lang, because=rule.because.to(lang)) if rule.because else ""
    source = say("finding.source", lang, source=rule.source.describe(lang)) if rule.source else ""
    blank = say("cli.blank", lang, blank=rule.blank_means.to(lang))
    return {
        "id": rule.code,
        "shortDescription": {"text": statement},
        "fullDescription": {"text": " ".join(filter(None, (statement, because)))},
        "help": {"text": "\n".join(filter(None, (statement, because, source, blank)))},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.kind.value]},
    }


def _notification(name: str, trouble: Trouble) -> Object:
    location: Object = {"physicalLocation": {"artifactLocation": {"uri": artifact_uri(name)}}}
    if trouble.path:
        location["logicalLocations"] = [{"fullyQualifiedName": trouble.path}]
    descriptor = {"descriptor": {"id": trouble.kind}} if trouble.kind else {}
    return {"level": "error", "message": _message(trouble.message), "locations": [location], **descriptor}


def _stopped(named: NamedResult, outcome: RuleOutcome) -> Object:
    """Tell of a rule that could not run, so that nobody takes it for one that holds."""
    place, lang = outcome.place, named.lang
    said = f"{outcome.rule.code} {describe_place(place, lang)}: {describe_outcome(outcome, lang)}"
    return {
        "level": "error",
        "message": _message(said),
        "locations": [_location(named, place)],
        "descriptor": {"id": outcome.reason.kind if outcome.reason else _STOPPED},
        "associatedRule": {"id": outcome.rule.code},
    }


def _message(text: str) -> Object:
    """Escape what SARIF gives a meaning to: braces hold arguments, and a bracket before a parenthesis is a link."""
    return {"text": text.replace("{", "{{").replace("}", "}}").replace("](", "] (")}


def _text(value: object) -> str:
    """Write one JSON value on one line; what no encoding can hold, as in the name of a file, is escaped."""
    return json.dumps(value, ensure_ascii=False).encode(errors="backslashreplace").decode()
