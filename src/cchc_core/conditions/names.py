"""Comparing names as a reader does: whatever the case, the spaces, the marks, or the usual abbreviations."""

from __future__ import annotations

import re
import unicodedata

from cchc_core.report import Citation, printed_date
from cchc_core.words import Text

__all__ = ["folded", "is_committee", "is_letter", "issuer_key", "listed", "named", "symbol_key"]

_LETTERS = {"cong van", "van ban"}
_SHORT = {"uy ban nhan dan": "ubnd", "hoi dong nhan dan": "hdnd"}
_CHAIR = re.compile(r"^(pho )?chu tich (?=ubnd)")


def folded(text: str) -> str:
    """Give a text in lower case, without marks, its words one space apart.

    Where a mark stands on a vowel differs from writer to writer, so marks are not compared.

    >>> folded("Hiện đại  hoá (nền) hành chính") == folded("hiện đại hóa nền hành chính")
    True
    """
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    letters = "".join(each if each.isalnum() else " " for each in plain if not unicodedata.combining(each))
    return " ".join(letters.split())


def issuer_key(issuer: str) -> str:
    """Give the office behind an issuer: a committee and its chair keep one register.

    >>> issuer_key("Chủ tịch Ủy ban nhân dân huyện Định Hóa") == issuer_key("UBND huyện Định Hóa")
    True
    """
    key = folded(issuer)
    for long, short in _SHORT.items():
        key = key.replace(long, short)
    return _CHAIR.sub("", key)


def symbol_key(symbol: str) -> str:
    """Give a symbol or notation without the spaces that slip in.

    >>> symbol_key("UBND- NV")
    'ubnd-nv'
    """
    return "".join(symbol.split()).casefold()


def is_letter(type_: str) -> bool:
    """Tell whether documents of a type have no name of their own, and so share one register.

    >>> is_letter("Văn bản"), is_letter("Kế hoạch")
    (True, False)
    """
    return folded(type_) in _LETTERS


def is_committee(name: str) -> bool:
    """Tell whether an agency is a people's committee.

    >>> is_committee("Ủy ban nhân dân xã Phú Đình"), is_committee("Sở Nội vụ")
    (True, False)
    """
    return issuer_key(name).startswith("ubnd")


def named(cited: Citation, number: int) -> str:
    """Name a cited document in a sentence: type, number and symbol; its subject or date where it has no number.

    Args:
        cited: The document.
        number: Its number in the list, from 1, for one that has nothing else.

    >>> from cchc_core import IssuerLevel
    >>> named(Citation(type="Kế hoạch", issuer="", level=IssuerLevel.COMMUNE, number="05", symbol="KH-UBND"), 1)
    'Kế hoạch số 05/KH-UBND'
    """
    type_ = cited.type.strip() or "Văn bản"
    if cited.notation.strip():
        return f"{type_} số {cited.notation}"
    if cited.subject.strip():
        return f"{type_} {cited.subject.strip()}"
    return f"{type_} ngày {printed_date(cited.date)}" if cited.date is not None else f"{type_} thứ {number}"


def listed(texts: list[Text]) -> Text:
    """Give a list of things as one text, with "và" before the last.

    >>> listed([Text("số", "number"), Text("ngày", "date")]).vi
    'số và ngày'
    """
    return Text(_joined([each.vi for each in texts], "và"), _joined([each.en for each in texts], "and"))


def _joined(texts: list[str], last: str) -> str:
    return f"{', '.join(texts[:-1])} {last} {texts[-1]}" if len(texts) > 1 else texts[0]
