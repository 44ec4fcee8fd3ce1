"""Files made to do harm are refused by name, within little memory and time, and never with a traceback."""

from __future__ import annotations

import json
import os
import re
import struct
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_core import ReadError, Report, load, read
from cchc_core.plugins import Reading, TemplateJob
from cchc_core.words import LANGUAGES
from cchc_exporters.template.reading.package import LARGEST_FILE, LARGEST_TOTAL, MOST_PARTS
from cchc_exporters.template.reading.read import read as read_workbook
from cchc_exporters.template.writing.write import write
from workbooks_for_tests import cell_with, parts_of, sheet_part, zipped

pytestmark = pytest.mark.unmeasured

Parts = dict[str, bytes]
Change = Callable[[Parts], Parts]

_LINES = "Phụ lục I"
_RELATION = '<Relationship Id="x9" Type="{kind}" Target="{target}"{mode}/></Relationships>'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CELLS = '<c r="A1"' * 40_000
_LAUGHS = b'<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.fixture(scope="module")
def form() -> Parts:
    """The parts of a form that is filled in."""
    return parts_of(write(TemplateJob(report=load("examples/dinh-hoa-2021.json"), forms=("direction",))))


def _with(**changed: bytes) -> Change:
    names = {"types": "[Content_Types].xml", "strings": "xl/sharedStrings.xml", "workbook": "xl/workbook.xml"}
    return lambda parts: parts | {names.get(name, name): content for name, content in changed.items()}


def _added(name: str, content: bytes = b"x") -> Change:
    return lambda parts: parts | {name: content}


def _replaced(name: str, old: bytes, new: bytes) -> Change:
    def change(parts: Parts) -> Parts:
        assert old in parts[name]
        return parts | {name: parts[name].replace(old, new, 1)}

    return change


def _related(kind: str, target: str = "x.bin", mode: str = "") -> Change:
    relation = _RELATION.format(kind=kind, target=target, mode=mode).encode()
    return _replaced("xl/_rels/workbook.xml.rels", b"</Relationships>", relation)


def _typed(kind: str) -> Change:
    told = f'<Override PartName="/xl/x.bin" ContentType="{kind}"/></Types>'.encode()
    return _replaced("[Content_Types].xml", b"</Types>", told)


def _on_sheet(change: Callable[[bytes], bytes]) -> Change:
    def changed(parts: Parts) -> Parts:
        name = sheet_part(parts, _LINES)
        return parts | {name: change(parts[name])}

    return changed


def _cells(xml: str) -> Change:
    """Add cells in a row of their own behind the last one."""
    return _on_sheet(lambda sheet: sheet.replace(b"</sheetData>", f"{xml}</sheetData>".encode()))


def _attributes(number: int) -> str:
    return "".join([f' b{place}= ""' for place in range(number)])


def _declaring(name: str) -> Change:
    def change(parts: Parts) -> Parts:
        first, end, rest = parts[name].partition(b"?>")
        return parts | {name: first + end + _LAUGHS + rest}

    return change


PARTS: dict[str, tuple[str, Change]] = {
    "macro": ("workbook_macros", _added("xl/vbaProject.bin")),
    "macro under another name": ("workbook_macros", _related("http://schemas.microsoft.com/office/2006/vbaProject")),
    "macro workbook": ("workbook_macros", _typed("application/vnd.ms-excel.sheet.macroEnabled.main+xml")),
    "macro sheet": ("workbook_macros", _added("xl/macrosheets/sheet1.xml")),
    "macro written so that it is not seen": ("workbook_macros", _typed("application/vnd.ms-excel.&#109;acroEnabled")),
    "external link": ("workbook_external", _added("xl/externalLinks/externalLink1.xml")),
    "external relation": (
        "workbook_external",
        _related(f"{_OFFICE}/externalLinkPath", "file:///x.xlsx", ' TargetMode="External"'),
    ),
    "external picture": (
        "workbook_external",
        _related(f"{_OFFICE}/image", "http://localhost/x", ' TargetMode="External"'),
    ),
    "connection": ("workbook_external", _added("xl/connections.xml")),
    "query table": ("workbook_external", _related(f"{_OFFICE}/queryTable")),
    "embedded object": ("workbook_embedded", _added("xl/embeddings/oleObject1.bin")),
    "embedded package": ("workbook_embedded", _related(f"{_OFFICE}/package")),
    "control": ("workbook_embedded", _added("xl/activeX/activeX1.xml")),
    "entities in a sheet": ("workbook_entities", lambda parts: _declaring(sheet_part(parts, _LINES))(parts)),
    "entities in texts": ("workbook_entities", _declaring("xl/sharedStrings.xml")),
    "entities in the workbook": ("workbook_entities", _declaring("xl/workbook.xml")),
    "entities in relations": ("workbook_entities", _declaring("xl/_rels/workbook.xml.rels")),
    "entities in types": ("workbook_entities", _declaring("[Content_Types].xml")),
    "UTF-16": ("workbook_encoding", _on_sheet(lambda xml: xml.decode().encode("utf-16"))),
    "another encoding": ("workbook_encoding", _on_sheet(lambda xml: xml.replace(b'"UTF-8"', b'"utf-7"'))),
    "last cell": ("workbook_far_cell", _cells('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
    "corner far away": ("workbook_far_cell", _cells('<row r="9999"><c r="ZZ9999"><v>1</v></c></row>')),
    "last column": ("workbook_far_cell", _cells('<row r="999"><c r="XFD999"><v>1</v></c></row>')),
    "last row, cells without place": ("workbook_far_cell", _cells('<row r="1048576"><c><v>1</v></c></row>')),
    "cell without place": ("workbook_far_cell", _cells('<row r="999"><c><v>1</v></c></row>')),
    "small letters": ("workbook_far_cell", _cells('<row r="999"><c r="xfd999"><v>1</v></c></row>')),
    "place in another attribute": (
        "workbook_far_cell",
        _cells("""<row r="999"><c x=' r="A999"' r="XFD999"><v>1</v></c></row>"""),
    ),
    "prefixed cell": ("workbook_far_cell", _cells('<row r="999"><x:c xmlns:x="y" r="XFD999"><v>1</v></x:c></row>')),
    "cell within a tag": ("workbook_damaged", _cells('<row r="999"><c x="1"<y r="XFD999"><v>1</v></c></row>')),
    "tags within an attribute": (
        "workbook_damaged",
        _on_sheet(lambda xml: cell_with(xml, "F7", f"""<c r="F7"STYLE x='{_CELLS}#'><v>5</v></c>""")),
    ),
    "formulas without a cell": ("workbook_damaged", _cells(f"<row>{'<f/>' * 4_000_000}</row>")),
    "cells of nothing known": ("workbook_damaged", _cells(f"<row>{'<a/>' * 4_000_000}</row>")),
    "elements before the cells": (
        "workbook_damaged",
        _on_sheet(lambda xml: xml.replace(b"<sheetData>", b"<a/>" * 4_000_000 + b"<sheetData >")),
    ),
    "elements in one another": ("workbook_damaged", _cells("<a>" * 1_000_000)),
    "countless attributes": ("workbook_damaged", _cells(f"<a{_attributes(1_000_000)}/>")),
    "two values in a cell": (
        "workbook_damaged",
        _on_sheet(lambda xml: cell_with(xml, "F7", '<c r="F7"STYLE><v>1</v><v>2</v></c>')),
    ),
    "element in a value": (
        "workbook_damaged",
        _on_sheet(lambda xml: cell_with(xml, "F7", '<c r="F7"STYLE><v>1<a/>2</v></c>')),
    ),
    "style that is no number": (
        "workbook_damaged",
        _on_sheet(lambda xml: cell_with(xml, "F7", '<c r="F7" s="x"><v>1</v></c>')),
    ),
    "number that is none": (
        "workbook_damaged",
        _on_sheet(lambda xml: cell_with(xml, "F7", '<c r="F7"STYLE><v>1&amp;2</v></c>')),
    ),
    "kind that is no word": (
        "workbook_damaged",
        _on_sheet(lambda xml: cell_with(xml, "F7", '<c r="F7" t="a b"><v>1</v></c>')),
    ),
    "link of another program": (
        "formula_outside",
        _on_sheet(lambda xml: cell_with(xml, "F7", """<c r="F7"STYLE><f>cmd|'/c calc'!A0</f><v>3</v></c>""")),
    ),
    "asks the network": (
        "formula_outside",
        _on_sheet(lambda xml: cell_with(xml, "F7", '<c r="F7"STYLE><f>WEBSERVICE("http://localhost")</f><v>3</v></c>')),
    ),
    "text beyond the last": (
        "workbook_damaged",
        _on_sheet(lambda xml: cell_with(xml, "F7", '<c r="F7" t="s"><v>99999</v></c>')),
    ),
    "cut short within": (
        "workbook_damaged",
        lambda parts: parts | {"xl/sharedStrings.xml": parts["xl/sharedStrings.xml"][:999]},
    ),
    "sheet that is not there": (
        "workbook_damaged",
        lambda parts: {name: each for name, each in parts.items() if name != sheet_part(parts, _LINES)},
    ),
    "two sheets of one name": ("workbook_damaged", _replaced("xl/workbook.xml", "Thông tin".encode(), _LINES.encode())),
    "no relations": (
        "workbook_damaged",
        lambda parts: {name: each for name, each in parts.items() if "workbook.xml.rels" not in name},
    ),
    "too many parts": ("workbook_parts", lambda parts: parts | {f"x/{number}": b"" for number in range(MOST_PARTS)}),
    "part twice": ("workbook_repeats", _added("XL/worksheets\\sheet2.xml")),
    "bomb": ("workbook_unpacked", _added("xl/media/image1.png", bytes(LARGEST_TOTAL + 1))),
    "large sheet": ("workbook_unpacked", _cells(" " * 2**25)),
    "binary workbook": ("workbook_old", lambda parts: {"xl/workbook.bin": b"x"}),
    "document": ("not_workbook", lambda parts: {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}),
    "sheet of LibreOffice": (
        "not_workbook",
        lambda parts: {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"},
    ),
    "empty container": ("not_workbook", lambda parts: {}),
    "another workbook": (
        "not_template",
        lambda parts: parts | {"xl/workbook.xml": parts["xl/workbook.xml"].replace(b'"_cchc"', b'"cchc"')},
    ),
}


def _lying(content: bytes) -> bytes:
    """Make a file whose sheet is far larger than its directory says."""
    parts = parts_of(content)
    name = sheet_part(parts, _LINES)
    told = len(parts[name])
    parts[name] += b" " * (LARGEST_TOTAL - 2**20)
    return zipped(parts).replace(struct.pack("<L", len(parts[name])), struct.pack("<L", told))


def _patched(content: bytes, place: int, written: bytes) -> bytes:
    """Write something else into what the directory says of the workbook's first part."""
    start = content.find(b"PK\x01\x02") + place
    return content[:start] + written + content[start + len(written) :]


def _encrypted(content: bytes) -> bytes:
    """Make a file that says its parts are encrypted."""
    return _patched(content, 8, b"\x01")


def _packed_otherwise(content: bytes) -> bytes:
    """Make a file that says its parts are packed by a method that workbooks do not use."""
    return _patched(content, 10, b"\x0c")


def _bytes_changed(content: bytes) -> bytes:
    """Change what is packed, so that it cannot be unpacked."""
    start = content.find(b"[Content_Types].xml") + len("[Content_Types].xml")
    return content[:start] + b"\xff" * 9 + content[start + 9 :]


def _nested(content: bytes) -> bytes:
    """Make a file with a file with a file within."""
    for _ in range(3):
        content = zipped({"xl/media/image1.png": content, "xl/media/image2.png": bytes(2**20)})
    return content


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)

FILES: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "lying directory": ("workbook_unpacked", _lying),
    "said to be encrypted": ("workbook_encrypted", _encrypted),
    "packed in a way of its own": ("workbook_damaged", _packed_otherwise),
    "a part that is nowhere": ("workbook_damaged", lambda content: _patched(content, 42, b"\xff\xff\xff\x7f")),
    "another checksum": ("workbook_damaged", lambda content: _patched(content, 16, b"\x00\x00\x00\x00")),
    "packed bytes changed": ("workbook_damaged", _bytes_changed),
    "bomb in a bomb": ("not_workbook", _nested),
    "cut off": ("workbook_truncated", lambda content: content[: len(content) // 2]),
    "cut off at its end": ("workbook_truncated", lambda content: content[:-10]),
    "old workbook": ("workbook_old", lambda _: _OLE),
    "workbook with a password": ("workbook_encrypted", lambda _: _OLE + "EncryptedPackage".encode("utf-16-le")),
    "too large": ("workbook_large", lambda content: content[:4] + bytes(LARGEST_FILE)),
}


def _of_parts(change: Change) -> Callable[[Parts], bytes]:
    return lambda form: zipped(change(form))


def _of_file(change: Callable[[bytes], bytes]) -> Callable[[Parts], bytes]:
    return lambda form: change(zipped(form))


EVERY = {name: (kind, _of_parts(change)) for name, (kind, change) in PARTS.items()} | {
    name: (kind, _of_file(change)) for name, (kind, change) in FILES.items()
}


@pytest.mark.parametrize("what", EVERY)
def test_a_file_made_to_do_harm_is_refused_by_name(what: str, form: Parts) -> None:
    """For what it is, in a sentence of either language, and for nothing else."""
    kind, made = EVERY[what]
    with pytest.raises(ReadError) as refused:
        read_workbook(made(form))
    assert [kind] == [fault.kind for fault in refused.value.faults]
    assert all(refused.value.describe(lang) for lang in LANGUAGES)


_READ_ALL = """
import json, sys, time
from pathlib import Path
from cchc_core import ReadError, read

def most_memory():
    status = Path("/proc/self/status").read_text()
    return 1024 * int(status.partition("VmHWM:")[2].split()[0])

folder = Path(sys.argv[1])
read(folder / "before" / "form.xlsx")
before = most_memory()
seconds = []
for path in sorted(folder.glob("*.xlsx")):
    start = time.perf_counter()
    try:
        read(path)
    except ReadError:
        seconds.append(time.perf_counter() - start)
print(json.dumps({"seconds": seconds, "memory": most_memory() - before}))
"""


def test_no_file_made_to_do_harm_takes_much_memory_or_time(form: Parts, tmp_path: Path) -> None:
    """Not one of them takes more memory than a few of the largest files that are read, or seconds, or says anything."""
    (tmp_path / "before").mkdir()
    (tmp_path / "before" / "form.xlsx").write_bytes(zipped(form))
    for name, (_, made) in EVERY.items():
        (tmp_path / f"{name}.xlsx").write_bytes(made(form))
    run = subprocess.run(
        [sys.executable, "-c", _READ_ALL, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env=_unmeasured(),
    )
    assert "" == run.stderr
    told = json.loads(run.stdout)
    assert len(EVERY) == len(told["seconds"])
    assert max(told["seconds"]) < 10
    assert told["memory"] < 6 * LARGEST_TOTAL


def _unmeasured() -> dict[str, str]:
    """Give the environment without what makes a process measure its coverage, which takes time and memory of its own."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}


def _junk(junk: str, number: int) -> Change:
    """Put elements behind the cells, where reading does not look."""
    return _on_sheet(
        lambda xml: xml.replace(b"<sheetData>", b"<sheetData >").replace(
            b"</worksheet>", junk.encode() * number + b"</worksheet>"
        )
    )


PASSING: dict[str, Change] = {
    "elements": _junk("<a/>", 8_000_000),
    "attributes": _on_sheet(
        lambda xml: xml.replace(b"</worksheet>", f"<a{_attributes(1_000_000)}/></worksheet>".encode())
    ),
    "elements in one another": _on_sheet(
        lambda xml: xml.replace(b"</worksheet>", b"<a>" * 9999 + b"</a>" * 9999 + b"</worksheet>")
    ),
}
"""Files that are read, for nothing is wrong with their figures, but are not given back with marks."""

_ANNOTATE = """
import json, sys, time
from pathlib import Path
from cchc_core import ReadError, check, read
from cchc_core.plugins import AnnotateJob
from cchc_exporters.template.annotate import annotate

def most_memory():
    status = Path("/proc/self/status").read_text()
    return 1024 * int(status.partition("VmHWM:")[2].split()[0])

def annotated(content):
    reading = read(content)
    return annotate(AnnotateJob(content=content, reading=reading, result=check(reading.report, cells=reading.cells)))

folder = Path(sys.argv[1])
annotated((folder / "before" / "form.xlsx").read_bytes())
before = most_memory()
kinds = []
start = time.perf_counter()
for path in sorted(folder.glob("*.xlsx")):
    try:
        annotated(path.read_bytes())
    except ReadError as error:
        kinds += [fault.kind for fault in error.faults]
print(json.dumps({"kinds": kinds, "seconds": time.perf_counter() - start, "memory": most_memory() - before}))
"""


def test_a_file_that_can_be_read_takes_little_memory_and_time_to_be_marked(form: Parts, tmp_path: Path) -> None:
    """What lies beside its figures is looked at when it is given back, and only then."""
    (tmp_path / "before").mkdir()
    wrong = form | {
        sheet_part(form, _LINES): cell_with(form[sheet_part(form, _LINES)], "F7", '<c r="F7"STYLE><v>1</v></c>')
    }
    (tmp_path / "before" / "form.xlsx").write_bytes(zipped(wrong))
    for name, change in PASSING.items():
        content = zipped(change(wrong))
        assert isinstance(read(content).report, Report)
        (tmp_path / f"{name}.xlsx").write_bytes(content)
    run = subprocess.run(
        [sys.executable, "-c", _ANNOTATE, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env=_unmeasured(),
    )
    assert "" == run.stderr
    told = json.loads(run.stdout)
    assert ["workbook_damaged"] * len(PASSING) == told["kinds"]
    assert told["seconds"] < 20
    assert told["memory"] < 6 * LARGEST_TOTAL


def test_what_is_no_workbook_at_all_is_refused() -> None:
    """Whatever it is instead, and whoever asks."""
    for content in (b"", b"x", b"\x89PNG\r\n\x1a\n", bytes(range(256)), zipped({})):
        with pytest.raises(ReadError) as refused:
            read_workbook(content)
        assert ["not_workbook"] == [fault.kind for fault in refused.value.faults]
        with pytest.raises(ReadError):
            read(content)


def test_a_link_that_a_hand_may_click_is_no_harm(form: Parts) -> None:
    """An address of mail that somebody typed into a cell is a relation to outside too."""
    change = _related(f"{_OFFICE}/hyperlink", "mailto:x&amp;y@localhost", ' TargetMode="External"')
    assert isinstance(read(zipped(change(form))).report, Report)


def _tree(xml: bytes) -> Element:
    return fromstring(xml)  # noqa: S314 - made here


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _texts(parts: Parts) -> list[str]:
    """Give the texts that all sheets share."""
    found = [each for each in _tree(parts["xl/sharedStrings.xml"]) if _local(each) == "si"]
    return ["".join(each.itertext()) for each in found]


def _in_the_tree(parts: Parts, name: str) -> dict[str, str] | None:
    """Give what stands in each cell of the lines, as any reader of XML finds it; ``None`` if it is no XML."""
    try:
        root = _tree(parts[name])
        texts = _texts(parts)
    except (ParseError, ValueError, LookupError):
        return None
    data = next((each for each in root if _local(each) == "sheetData"), ())
    found = {}
    for cell in (each for row in data if _local(row) == "row" for each in row if _local(each) == "c"):
        value = next(("".join(each.itertext()) for each in cell if _local(each) in {"v", "is"}), "")
        kind = cell.get("t", "").strip()
        found[cell.get("r", "").strip()] = (
            texts[int(value)] if kind == "s" and value.strip() else f"error {value}" if kind == "e" and value else value
        )
    return found


def _number(value: object) -> float | None:
    """Give a figure, or what stands for it, as a number; a blank is none, and so are words."""
    try:
        return float(getattr(value, "value", value))  # type: ignore[arg-type]  # what is no number is refused
    except (TypeError, ValueError):
        return None


def _agrees_or_is_refused(parts: Parts, lines: str) -> None:
    """Read as any other reader of the XML does, or refuse with a sentence in each language."""
    reading = _read_or_refused(zipped(parts))
    held = _in_the_tree(parts, lines)
    if reading is not None and held is not None:
        _agrees(held, reading)


def _agrees(held: Mapping[str, str], reading: Reading) -> None:
    """Hold every figure of the lines against what stands in its cell."""
    for path, place in reading.cells.items():
        sheet, _, cell = place.partition("!")
        if sheet == _LINES and path.startswith("direction."):
            value, found = getattr(reading.report.direction, path.partition(".")[2]), held.get(cell, "")
            if value is None:
                assert not found.strip(), (place, found)
            elif _number(found) is not None:
                assert _number(value) == pytest.approx(_number(found)), (place, value, found)
            else:
                assert found.strip(), (place, value)
                assert not found.startswith("error"), (place, value, found)


def _read_or_refused(content: bytes) -> Reading | None:
    """Read, or refuse with a sentence in each language."""
    try:
        return read_workbook(content)
    except ReadError as error:
        refused = error
    assert all(fault.describe(lang) for fault in refused.faults for lang in LANGUAGES)
    return None


_SPELLINGS = {
    "comment within": ('<c r="F7"STYLE><v>12<!-- x -->34</v></c>', 1234),
    "character data": ('<c r="F7"STYLE><v><![CDATA[1234]]></v></c>', 1234),
    "instruction within": ('<c r="F7"STYLE><v>12<?x y?>34</v></c>', 1234),
    "formula in a comment": ('<!--<f--><c r="F7"STYLE><v>77</v></c>', 77),
    "kind before style": ('<c t="n" r="F7"STYLE><v>77</v></c>', 77),
    "single quotes": ("<c r='F7'STYLE><v>77</v></c>", 77),
    "reference": ('<c r="F7"STYLE><v>&#55;7</v></c>', 77),
    "texts of several looks": ('<c r="F7"STYLE t="inlineStr"><is>\n<r><t>12</t></r>\n<r><t>34</t></r></is></c>', 1234),
    "as pronounced": ('<c r="F7"STYLE t="inlineStr"><is><t>12</t><rPh sb="0" eb="1"><t>9</t></rPh></is ></c>', 12),
    "elements nobody knows": ('<c r="F7"STYLE><x/><v>12</v ><extLst><c><v>9</v></c></extLst></c><y><c/></y>', 12),
    "error on a line of its own": ('<c r="F7"STYLE t="e">\n<v>#REF!</v></c>', None),
    "error in single quotes": ("<c r=\"F7\"STYLE t='e'><v>#REF!</v></c>", None),
    "error behind a tab": ('<c r="F7"STYLE\tt="e"><v>#REF!</v></c>', None),
    "error written as a reference": ('<c r="F7"STYLE t="&#101;"><v>&#35;REF!</v></c>', None),
}


@pytest.mark.parametrize("how", _SPELLINGS)
def test_a_cell_holds_the_same_however_it_is_spelled(how: str, form: Parts) -> None:
    """XML has many ways to say one thing; an error is not a blank in any of them."""
    written, number = _SPELLINGS[how]
    parts = _on_sheet(lambda xml: cell_with(xml, "F7", written))(form)
    if number is not None:
        assert number == read_workbook(zipped(parts)).report.direction.tasks_planned
        return
    with pytest.raises(ReadError) as refused:
        read_workbook(zipped(parts))
    assert [("cell_error", f"{_LINES}!F7")] == [(fault.kind, fault.path) for fault in refused.value.faults]


@pytest.mark.parametrize(
    "attributes", ['r="F{0}" s="{1}"', 'r="F{0}"  s="{1}"', 'r="F{0}" t="n" s="{1}"', 's="0{1}" r="F{0}"']
)
def test_a_percentage_is_seen_however_it_is_spelled(attributes: str, form: Parts) -> None:
    """It would be wrong by a hundred otherwise."""
    reading = read_workbook(zipped(form))
    row = reading.cells["direction.plan_completion_printed"].partition("!F")[2]
    styles = form["xl/styles.xml"]
    number = int(re.findall(rb'<cellXfs count="(\d+)"', styles)[0])
    shown = form | {"xl/styles.xml": styles.replace(b"</cellXfs>", b'<xf numFmtId="10"/></cellXfs>')}
    cell = f"<c {attributes.format(row, number)}><v>0.9766</v></c>"
    with pytest.raises(ReadError) as refused:
        read_workbook(zipped(_on_sheet(lambda xml: cell_with(xml, f"F{row}", cell))(shown)))
    assert ["cell_percent"] == [fault.kind for fault in refused.value.faults]


def test_what_looks_like_cells_in_a_comment_is_none(form: Parts) -> None:
    """Neither before the cells nor behind them."""
    fake = b'<!--<sheetData><row><c r="F7"><v>5</v></c></row></sheetData>-->'
    for change in (
        _on_sheet(lambda xml: xml.replace(b"<sheetData>", fake + b"<sheetData>")),
        _on_sheet(lambda xml: xml.replace(b"</sheetData>", b"</sheetData>" + fake)),
    ):
        assert read_workbook(zipped(form)).report == read_workbook(zipped(change(form))).report


class TestAnyFile:
    """Whatever becomes of a file, it is read, or refused with a sentence."""

    @given(st.data())
    def test_bytes_changed_anywhere(self, form: Parts, data: st.DataObject) -> None:
        """As by a bad disk."""
        content = bytearray(zipped(form))
        for _ in range(data.draw(st.integers(1, 4))):
            place = data.draw(st.integers(4, len(content) - 1) | st.integers(len(content) - 1500, len(content) - 1))
            content[place] = data.draw(st.integers(0, 255))
        _read_or_refused(bytes(content))

    @given(st.data())
    def test_xml_changed_within(self, form: Parts, data: st.DataObject) -> None:
        """As by whoever writes such files by hand."""
        lines = sheet_part(form, _LINES)
        name = data.draw(st.sampled_from([each for each in form if each.startswith(("xl/", "["))]) | st.just(lines))
        xml = form[name]
        for _ in range(data.draw(st.integers(1, 3))):
            start = data.draw(st.integers(0, len(xml)))
            end = min(len(xml), start + data.draw(st.integers(0, 40)))
            xml = xml[:start] + data.draw(st.sampled_from(_SCRAPS)) + xml[end:]
        _agrees_or_is_refused(form | {name: xml}, lines)

    @given(st.data())
    def test_cells_spelled_in_another_way(self, form: Parts, data: st.DataObject) -> None:
        """As no program spells them, though it is XML."""
        name = sheet_part(form, _LINES)
        places = [found.start() for found in re.finditer(rb'(?<=")[ >/]|(?<=<v>)|(?=</v>)', form[name])]
        inputs = [place for place in places if b'<c r="F' in form[name][max(0, place - 30) : place]]
        xml = form[name]
        drawn = st.tuples(st.sampled_from(inputs), st.sampled_from(_ODDITIES))
        for place, oddity in sorted(data.draw(st.lists(drawn, min_size=1, max_size=3)), reverse=True):
            xml = xml[:place] + oddity + xml[place:]
        _agrees_or_is_refused(form | {name: xml}, name)


_ODDITIES = (
    *(b" ", b"\n", b"\t", b"1", b"&#49;", b"<!-- 7 -->", b"<![CDATA[7]]>", b"<?x 7?>", b"<v>7</v>", b"<f>7</f>"),
    *(b" t='e'", b'\tt="e"', b' t="n"', b" t='n'", b' x="y"', b" x='<v>'", b' x=">"', b"<x/>", b"<!--<f-->"),
)
_SCRAPS = (
    *(b"", b"<", b">", b'"', b"&", b"&#0;", b"&#55296;", b"\xff", b"\x00", b"-1", b"1e999", b"NaN", b"99999999999"),
    *(b"<c/>", b'<c r="A1"/>', b"<row>", b"</row>", b"</sheetData>", b"<sheetData>", b"<f>", b"</f>", b"<f/>", b"<v>"),
    *(b' t="s"', b' t="e"', b' t="b"', b' t="d"', b' t="shared"', b' r="B2"', b' s="99999"', b"<!---->", b"<![CDATA["),
)
