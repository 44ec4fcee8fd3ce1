"""What every format must say of itself: a name, suffixes, a media type and a title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeVar
from unicodedata import is_normalized

from cchc_core.plugins import Exporter, Reader, find_plugins
from cchc_core.testing.conformance.suite import Conformance, demand
from cchc_core.testing.conformance.text.media import SUFFIXES

__all__ = ["DeclaredChecks"]

B = TypeVar("B")

_RESTRICTED = r"[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}"
_PARAMETER = r'\s*;\s*[A-Za-z0-9!#$&^_.+-]+=(?:[A-Za-z0-9!#$&^_.+-]+|"[^"]*")'
_MEDIA_TYPE = re.compile(rf"{_RESTRICTED}/{_RESTRICTED}(?:{_PARAMETER})*")
_LONGEST_NAME = 32
_LONGEST_TITLE = 100


class DeclaredChecks(Conformance[B]):
    """What a format says of itself."""

    @property
    def declared(self) -> Exporter | Reader:
        """The exporter or reader."""
        raise NotImplementedError

    @property
    def subject(self) -> object:
        """What is checked."""
        return self.declared

    @property
    def subject_name(self) -> str:
        """What is checked, by name."""
        return f"{type(self.declared).__name__.lower()} {self.declared.name}"

    @property
    def _suffixes(self) -> tuple[str, ...]:
        return (self.declared.suffix,) if isinstance(self.declared, Exporter) else self.declared.suffixes

    @demand("Choose another name; `cchc exporters` lists those that are taken.")
    def test_name_is_free(self) -> Iterator[str]:
        """No other installed format of its kind has its name, and the name can be typed."""
        plugins, own = find_plugins(), self.declared
        taken: Mapping[str, object] = plugins.exporters if isinstance(own, Exporter) else plugins.readers
        if own.name in taken and taken[own.name] != own:
            yield f"another installed {type(own).__name__.lower()} is called {own.name!r}"
        if len(own.name) > _LONGEST_NAME or own.name.endswith("-"):
            yield f"the name {own.name!r} is longer than {_LONGEST_NAME} characters, or ends in a hyphen"

    @demand("Write suffixes in small letters, the usual ones of the media type.")
    def test_suffixes_fit_the_media_type(self) -> Iterator[str]:
        """Its suffixes are in small letters, each once, and a well-known one is of its media type."""
        media_type = self.declared.media_type.partition(";")[0].strip().lower()
        suffixes = self._suffixes
        if len(set(suffixes)) < len(suffixes):
            yield f"the suffixes are {suffixes!r}"
        for suffix in suffixes:
            if not re.fullmatch(r"(?:\.[a-z0-9]+)+", suffix):
                yield f"the suffix {suffix!r} has other characters than small letters and digits"
        known = {each for suffix in suffixes for each in SUFFIXES.get(suffix, (media_type,))}
        if media_type not in known:
            yield f"{', '.join(suffixes)} is of {' or '.join(sorted(known))}, not of {media_type}"

    @demand("Write it as RFC 6838 does: type/subtype, as in text/csv; charset=utf-8.")
    def test_media_type_is_well_formed(self) -> Iterator[str]:
        """Its media type is a type, a slash and a subtype, with parameters if need be."""
        if not _MEDIA_TYPE.fullmatch(self.declared.media_type):
            yield f"the media type is {self.declared.media_type!r}"

    @demand(
        "Say in a few Vietnamese words what the files are, as composed letters (unicodedata.normalize('NFC', title))."
    )
    def test_title_can_be_shown(self) -> Iterator[str]:
        """Its title is one line of Vietnamese that a menu can show, in NFC."""
        title = self.declared.title
        if not title.strip() or title != title.strip() or not title.isprintable():
            yield f"the title {title!r} is empty, has spaces around it, or does not fit on a line"
        if not is_normalized("NFC", title):
            yield f"the title {title!r} is not in NFC"
        if len(title) > _LONGEST_TITLE:
            yield f"the title has {len(title)} characters, more than {_LONGEST_TITLE}"
