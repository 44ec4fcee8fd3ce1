"""The container of a workbook: a zip whose parts are taken out one by one, within bounds.

Nothing the container says of itself is believed: sizes, names and checksums are held against what is there.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import NoReturn
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from cchc_core.errors import Fault, ReadError

__all__ = ["LARGEST_FILE", "LARGEST_TOTAL", "MOST_PARTS", "Package", "packed", "refuse", "refuse_unreadable"]

LARGEST_FILE = 20 * 2**20
"""The largest file that is looked at, in bytes."""

LARGEST_TOTAL = 64 * 2**20
"""The most that all its parts may hold, unpacked."""

MOST_PARTS = 500
"""The most parts a workbook may have."""

_DIRECTORY_ENTRY = b"PK\x01\x02"
_LOCAL_HEADER = struct.Struct("<4s22xHH")
_STORED = struct.Struct("<4s5H3L2H")
_LISTED = struct.Struct("<4s6H3L5H2L")
_LAST = struct.Struct("<4s4H2LH")
_VERSION, _FIRST_DAY = 20, 0x21
_ENCODING = re.compile(rb"""(?:\xef\xbb\xbf)?<\?xml[^>]{0,100}?encoding\s*=\s*["']([^"']*)["']""")
_ENCODINGS = {b"utf-8", b"utf8", b"us-ascii"}
_DECLARATION = re.compile(rb"!(?<=<!)\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCRYPTED = 0x1
_BROKEN = (BadZipFile, NotImplementedError, EOFError, OSError, ValueError, IndexError, OverflowError, struct.error)
"""What `zipfile` raises on a directory that is not one."""


def refuse(kind: str, path: str = "", **facts: object) -> NoReturn:
    """Refuse a file for one fault."""
    raise ReadError([Fault(path, kind, {name: str(fact) for name, fact in facts.items()})])


def refuse_unreadable(part: str, xml: bytes) -> None:
    """Refuse XML that is not in UTF-8, or declares entities; both would be read by each program in its own way."""
    declared = _ENCODING.match(xml)
    if b"\0" in xml or (declared is not None and declared[1].lower() not in _ENCODINGS):
        refuse("workbook_encoding", part=part)
    if _DECLARATION.search(xml):
        refuse("workbook_entities", part=part)


class Package:
    """The parts of a file by name; names are compared without case, as every program that reads workbooks does.

    Args:
        content: The file.

    Raises:
        ReadError: If it is no zip, or says that it holds more than a workbook may.
    """

    def __init__(self, content: bytes) -> None:
        if len(content) > LARGEST_FILE:
            refuse("workbook_large", size=_megabytes(len(content)), limit=_megabytes(LARGEST_FILE))
        if content.count(_DIRECTORY_ENTRY) > MOST_PARTS:
            refuse("workbook_parts", limit=MOST_PARTS)
        self._content = memoryview(content)
        self._entries = _directory(content)
        if sum(entry.file_size for entry in self._entries.values()) > LARGEST_TOTAL:
            refuse("workbook_unpacked", limit=_megabytes(LARGEST_TOTAL))
        self._left = LARGEST_TOTAL

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all parts in lower case, with slashes."""
        return tuple(self._entries)

    def part(self, name: str, largest: int) -> bytes:
        """Take a part out.

        Args:
            name: Its name, in any case.
            largest: The most it may hold.

        Raises:
            ReadError: If it is not there, is damaged, or holds more.
        """
        entry = self._entries.get(name.lower())
        if entry is None:
            refuse("workbook_damaged", part=name)
        limit = min(entry.file_size, largest, self._left)
        packed = self._packed(entry)
        try:
            found = _unpacked(packed, limit + 1) if entry.compress_type == ZIP_DEFLATED else bytes(packed)
        except zlib.error:
            refuse("workbook_damaged", part=name)
        if len(found) > limit:
            refuse("workbook_unpacked", limit=_megabytes(limit))
        if len(found) != entry.file_size or zlib.crc32(found) != entry.CRC:
            refuse("workbook_damaged", part=name)
        self._left -= len(found)
        return found

    def _packed(self, entry: ZipInfo) -> memoryview:
        """Find the packed bytes of a part."""
        start = entry.header_offset
        header = self._content[start : start + _LOCAL_HEADER.size]
        if start < 0 or len(header) < _LOCAL_HEADER.size:
            refuse("workbook_damaged", part=entry.filename)
        _, name, extra = _LOCAL_HEADER.unpack(header)
        first = start + _LOCAL_HEADER.size + name + extra
        return self._content[first : first + entry.compress_size]


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Put parts into a container as they are, without packing them tighter."""
    pieces: list[bytes] = []
    listed: list[bytes] = []
    place = 0
    for name, content in parts.items():
        told = (_VERSION, 0, ZIP_STORED, 0, _FIRST_DAY, zlib.crc32(content), len(content), len(content), len(name), 0)
        pieces += (_STORED.pack(b"PK\x03\x04", *told), name.encode(), content)
        listed += (_LISTED.pack(_DIRECTORY_ENTRY, _VERSION, *told, 0, 0, 0, 0, place), name.encode())
        place += _STORED.size + len(name) + len(content)
    size = sum(map(len, listed))
    end = _LAST.pack(b"PK\x05\x06", 0, 0, len(parts), len(parts), size, place, 0)
    return b"".join((*pieces, *listed, end))


def _directory(content: bytes) -> dict[str, ZipInfo]:
    """Read the directory; refuse what a workbook never has."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
    except _BROKEN:
        refuse("workbook_truncated" if content.startswith(b"PK") else "not_workbook")
    found: dict[str, ZipInfo] = {}
    for entry in entries:
        name = entry.filename.replace("\\", "/").lstrip("/").lower()
        if name in found:
            refuse("workbook_repeats", part=entry.filename)
        if entry.flag_bits & _ENCRYPTED:
            refuse("workbook_encrypted")
        if entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            refuse("workbook_damaged", part=entry.filename)
        found[name] = entry
    return found


def _unpacked(packed: memoryview, limit: int) -> bytes:
    return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, limit)


def _megabytes(size: int) -> str:
    return f"{-(-size // 2**20)} MB"
