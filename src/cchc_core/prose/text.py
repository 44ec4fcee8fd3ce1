"""Text of a report on one line, in NFC, without characters that a document cannot show."""

from __future__ import annotations

from unicodedata import category, normalize

__all__ = ["decapitalised", "one_line", "shown_text"]

_BIDI_CONTROLS = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def shown_text(text: str) -> str:
    r"""Leave out of a text what a document cannot show, and put it in NFC; its spaces stay.

    Control characters become spaces; marks that turn the reading direction are left out.

    >>> shown_text("một\r\nhai \u202eba ")
    'một  hai ba '
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_visible, normalize("NFC", text.translate(_BIDI_CONTROLS))))


def one_line(text: str) -> str:
    r"""Put what `shown_text` leaves of a text on one line, each run of spaces as one.

    >>> one_line(" một\r\nhai\x00 \u202eba ")
    'một hai ba'
    """
    return " ".join(shown_text(text).split())


def _visible(char: str) -> str:
    kind = category(char)
    return " " if kind == "Cc" else "\N{REPLACEMENT CHARACTER}" if kind == "Cs" else char


def decapitalised(text: str) -> str:
    """Begin with a small letter, for a title inside a sentence.

    >>> decapitalised("Cải cách thể chế")
    'cải cách thể chế'
    """
    return text[:1].lower() + text[1:]
