"""Choosing a sentence by language and filling its facts in."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from cchc_core.words.messages import MESSAGES

__all__ = ["LANGUAGES", "Language", "Text", "say"]

Language = Literal["vi", "en"]
"""Vietnamese, which is the default everywhere, or English."""

LANGUAGES: tuple[Language, ...] = ("vi", "en")
"""Both, the default first."""


@frozen
class Text:
    """One statement in both languages.

    >>> Text("hồ sơ", "dossiers").to("en")
    'dossiers'
    """

    vi: str
    en: str

    def to(self, lang: Language) -> str:
        """Give the statement in a language."""
        return self.vi if lang == "vi" else self.en


def say(key: str, lang: Language = "vi", /, **facts: object) -> str:
    """Say the message ``key`` with its facts.

    >>> say("severity.error", "en")
    'error'

    Raises:
        KeyError: If there is no such message, or a fact it needs is not given.
    """
    vi, en = MESSAGES[key]
    return (vi if lang == "vi" else en).format_map(facts)
