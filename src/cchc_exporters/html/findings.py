"""What the check found, entry by entry, as the page tells it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from cchc_core import CheckResult, Finding, Severity, describe, describe_basis, describe_cause, describe_place
from cchc_core.checks import MOST_TOLD, Entry, describe_figure, describe_worked_out
from cchc_core.words import Language, say

__all__ = ["Breach", "Suspect", "TellingEntry", "summary_of", "telling"]

_CHOICE = "  ("
"""How a sentence of a story begins that is one of several choices."""


@frozen(kw_only=True)
class Suspect:
    """A figure in doubt.

    Args:
        text: Its name.
        path: Its path.
        must_be_wrong: Whether it must be wrong, or only may be.
    """

    text: str
    path: str
    must_be_wrong: bool


@frozen(kw_only=True)
class Breach:
    """A broken rule at one place.

    Args:
        code: The rule.
        place: Where.
        path: Path of that.
        facts: What is wrong there, sentence by sentence.
        basis: Why the rule holds; empty where the entry says it for all.
    """

    code: str
    place: str
    path: str
    facts: tuple[str, ...]
    basis: str


@frozen(kw_only=True)
class TellingEntry:
    """An entry as the page tells it.

    Args:
        number: Its number.
        codes: Rules that are broken.
        severity: How grave it is.
        statement: What must hold, where all breaches are of one rule on texts.
        story: What lies behind it, sentence by sentence, each with the choices that it offers.
        suspects: Figures in doubt, as many as the story tells of candidates.
        more_suspects: How many there are beside.
        breaches: What is broken.
        basis: Why the one rule holds.
    """

    number: int
    codes: tuple[str, ...]
    severity: Severity
    statement: str
    story: tuple[tuple[str, tuple[str, ...]], ...]
    suspects: tuple[Suspect, ...]
    more_suspects: int
    breaches: tuple[Breach, ...]
    basis: str


def telling(entries: Sequence[Entry], lang: Language) -> tuple[TellingEntry, ...]:
    """Tell every entry in a language."""
    return tuple(_told(number, entry, lang) for number, entry in enumerate(entries, 1))


def summary_of(result: CheckResult, lang: Language) -> str:
    """Say how much was found, or that nothing was, in one sentence."""
    if not result.findings:
        return say("sheet.findings_none" if result.outcomes else "sheet.not_checked", lang)
    errors, warnings, notes = (sum(found.severity is each for found in result.findings) for each in Severity)
    return say(
        "page.findings_summary",
        lang,
        count=len(result.findings),
        errors=errors,
        warnings=warnings,
        notes=notes,
    )


def _told(number: int, entry: Entry, lang: Language) -> TellingEntry:
    first = entry.findings[0]
    is_on_texts = entry.cause is None and not first.operands
    suspects = tuple(_suspects(entry, lang))
    return TellingEntry(
        number=number,
        codes=entry.codes,
        severity=entry.severity,
        statement=_sentence(first.rule.statement.to(lang)) if is_on_texts else "",
        story=tuple(_story(describe_cause(entry.cause, lang))) if entry.cause is not None else (),
        suspects=suspects[:MOST_TOLD],
        more_suspects=max(0, len(suspects) - MOST_TOLD),
        breaches=tuple(_breach(finding, lang, with_basis=not is_on_texts) for finding in entry.findings),
        basis=_sentence(describe_basis(first, lang)) if is_on_texts else "",
    )


def _story(sentences: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Put choices under the sentence that offers them."""
    told = ""
    choices: list[str] = []
    for sentence in sentences:
        if sentence.startswith(_CHOICE):
            choices.append(sentence.strip())
            continue
        if told:
            yield told, tuple(choices)
        told, choices = _sentence(sentence), []
    yield told, tuple(choices)


def _suspects(entry: Entry, lang: Language) -> Iterator[Suspect]:
    places = entry.places
    for path in (each for each in (*entry.wrong, *entry.possible) if each in places):
        text = _begun(describe_figure(places[path], lang))
        yield Suspect(text=text, path=path, must_be_wrong=path in entry.wrong)


def _breach(finding: Finding, lang: Language, *, with_basis: bool) -> Breach:
    worked_out = describe_worked_out(finding.operands, lang) if finding.said is None else ()
    return Breach(
        code=finding.code,
        place=describe_place(finding.place, lang),
        path=finding.place.path,
        facts=tuple(_sentence(each) for each in (describe(finding, lang), *worked_out)),
        basis=_sentence(describe_basis(finding, lang)) if with_basis else "",
    )


def _begun(text: str) -> str:
    """Begin with a capital."""
    return text[:1].upper() + text[1:]


def _sentence(text: str) -> str:
    """Make a sentence of its own; one that a list follows keeps its colon."""
    begun = _begun(text)
    return begun if begun.endswith((":", ".")) else f"{begun}."
