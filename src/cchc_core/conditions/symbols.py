"""The grammar of numbers and symbols: abbreviations of types, Party documents, no spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from unicodedata import normalize

from cchc_core.conditions.cited import breach_at
from cchc_core.conditions.condition import Context, Judgement, Skipped
from cchc_core.conditions.names import folded
from cchc_core.report import Citation, Report
from cchc_core.words import Text

__all__ = ["ABBREVIATIONS", "symbol_fits_its_type"]

ABBREVIATIONS = {
    "Nghị quyết": "NQ",
    "Quyết định": "QĐ",
    "Chỉ thị": "CT",
    "Quy chế": "QC",
    "Quy định": "QyĐ",
    "Thông cáo": "TC",
    "Thông báo": "TB",
    "Hướng dẫn": "HD",
    "Chương trình": "CTr",
    "Kế hoạch": "KH",
    "Phương án": "PA",
    "Đề án": "ĐA",
    "Dự án": "DA",
    "Báo cáo": "BC",
    "Biên bản": "BB",
    "Tờ trình": "TTr",
    "Hợp đồng": "HĐ",
    "Công điện": "CĐ",
    "Giấy mời": "GM",
    "Nghị định": "NĐ",
    "Thông tư": "TT",
    "Thông tư liên tịch": "TTLT",
}
"""Abbreviations by type: those of NĐ 30/2020, Phụ lục III, and of legal documents."""

_BY_TYPE = {folded(type_): each for type_, each in ABBREVIATIONS.items()}
_KNOWN = {each.casefold() for each in ABBREVIATIONS.values()}
_NEVER_A_LETTER = {
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "KH": "Kế hoạch",
    "BC": "Báo cáo",
    "TB": "Thông báo",
}
_PARTY = re.compile(r"\b(tinh|thanh|huyen|quan|thi|xa|phuong) uy\b(?! (ban|quyen)\b)|\bbo chinh tri\b|\bban bi thu\b")
_STATE = re.compile(r"ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|chinh phu|thu tuong|quoc hoi|so|bo")
_NOTATION = re.compile(
    r"(?:(?P<number>\d+[a-zđ]?)(?:/(?P<year>\d{4}))?(?P<separator>[/-]))?(?P<symbol>[^\W\d_]\w*(?:[-./&]\w+)*)"
)
_STATE_STYLE = re.compile(r"(?P<type>[^\W\d_]+)-(?P<organ>.+)")
_PARTY_STYLE = re.compile(r"(?P<type>[^\W\d_]+)/(?P<organ>.+)")
_PARLIAMENT = re.compile(r"(?:QH|UBTVQH)\d+", re.IGNORECASE)

_SPACES = Text(
    "số, ký hiệu “{notation}” của {type} thừa khoảng trắng; hãy viết {expected}",
    "the number “{notation}” of a {type} has a space too many; write {expected}",
)
_NO_FORM = Text(
    "“{notation}” không phải là số, ký hiệu của một {type}; hãy kiểm tra lại",
    "“{notation}” is no number and symbol of a {type}; check it",
)
_PARTY_FORM = Text(
    "“{notation}” viết theo thể thức văn bản nhà nước, trong khi {issuer} ban hành văn bản của Đảng; hãy viết {expected}",
    "“{notation}” is written as state documents are, while {issuer} issues Party documents; write {expected}",
)
_STATE_FORM = Text(
    "“{notation}” viết theo thể thức văn bản của Đảng, trong khi {issuer} là cơ quan nhà nước; hãy viết {expected}",
    "“{notation}” is written as Party documents are, while {issuer} is an agency of the state; write {expected}",
)
_OTHER_TYPE = Text(
    "ký hiệu của “{notation}” phải bắt đầu bằng {abbreviation}, chữ viết tắt của {type}; hãy kiểm tra loại và ký hiệu",
    "the symbol in “{notation}” has to begin with {abbreviation}, the abbreviation of {type}; check type and symbol",
)
_NOT_A_LETTER = Text(
    "“{notation}” có {abbreviation} là chữ viết tắt của {named}, không phải ký hiệu của {type}; hãy kiểm tra lại",
    "“{notation}” has {abbreviation}, the abbreviation of {named}, and is no symbol of a {type}; check it",
)


def symbol_fits_its_type(report: Report, _context: Context) -> Judgement:
    """CIT-005: in each way a report writes a document; the first fault of each is told."""
    if not report.citations:
        return Skipped(kind="no_citations")
    written = [
        (index, cited, notation)
        for index, cited in enumerate(report.citations)
        for notation in dict.fromkeys((_own(cited), *(variant.notation for variant in cited.variants)))
        if notation.strip()
    ]
    if not written:
        return Skipped(kind="not_stated")
    return tuple(
        breach_at(index, cited, said, facts)
        for index, cited, notation in written
        for said, facts in islice(_faults(cited, notation), 1)
    )


def _own(cited: Citation) -> str:
    return cited.notation if cited.symbol.strip() else ""


def _faults(cited: Citation, notation: str) -> Iterator[tuple[Text, dict[str, str]]]:
    facts = {"notation": notation.strip(), "type": cited.type.strip().lower() or "văn bản", "issuer": cited.issuer}
    tight = "".join(notation.split())
    written = _NOTATION.fullmatch(tight)
    if written is None:
        yield _NO_FORM, facts
    else:
        if tight != notation.strip():
            yield _SPACES, {**facts, "expected": tight}
        yield from _faults_of_style(cited, facts, written)
        if written["separator"] != "-" and not _is_party(cited.issuer):
            yield from _faults_of_type(cited, facts, written)


def _faults_of_style(
    cited: Citation, facts: dict[str, str], written: re.Match[str]
) -> Iterator[tuple[Text, dict[str, str]]]:
    """Tell a Party document written as one of the state, and the other way round."""
    state_style = _STATE_STYLE.fullmatch(written["symbol"])
    party_style = _PARTY_STYLE.fullmatch(written["symbol"])
    if written["separator"] == "/" and state_style and _is_party(cited.issuer):
        expected = f"{written['number']}-{state_style['type']}/{state_style['organ']}"
        yield _PARTY_FORM, {**facts, "expected": expected}
    elif written["separator"] == "-" and party_style and _is_state(cited.issuer):
        expected = f"{written['number']}/{party_style['type']}-{party_style['organ']}"
        yield _STATE_FORM, {**facts, "expected": expected}


def _faults_of_type(
    cited: Citation, facts: dict[str, str], written: re.Match[str]
) -> Iterator[tuple[Text, dict[str, str]]]:
    """Tell a symbol that begins with another type than the document's; types without an abbreviation are passed over."""
    symbol = written["symbol"]
    head = re.split(r"[-/.]", symbol, maxsplit=1)[0]
    if folded(cited.type) == "cong van":
        if head in _NEVER_A_LETTER:
            yield _NOT_A_LETTER, {**facts, "abbreviation": head, "named": _NEVER_A_LETTER[head].lower()}
        return
    expected = _BY_TYPE.get(folded(cited.type))
    if expected is None or (written["year"] and _PARLIAMENT.fullmatch(symbol)):
        return
    key, wanted = head.casefold(), expected.casefold()
    if key != wanted and (key in _KNOWN or not key.startswith(wanted)):
        yield _OTHER_TYPE, {**facts, "abbreviation": expected}


def _is_party(issuer: str) -> bool:
    """Tell whether a committee of the Party issued a document; without marks, "Đảng" would be like "đăng"."""
    name = normalize("NFC", issuer).casefold()
    return "đảng" in name or _PARTY.search(folded(issuer)) is not None


def _is_state(issuer: str) -> bool:
    return not _is_party(issuer) and re.match(rf"(?:{_STATE.pattern})\b", folded(issuer)) is not None
