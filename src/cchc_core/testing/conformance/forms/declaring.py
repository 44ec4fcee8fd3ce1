"""Checks of a form: that it says what a reader of reports, findings and documentation needs to know."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from unicodedata import is_normalized

from cchc_core.checks import RULE_BOOK
from cchc_core.errors import DeclarationError
from cchc_core.report import CATALOGUE
from cchc_core.testing.conformance.forms.bench import FormBench
from cchc_core.testing.conformance.suite import Conformance, demand

__all__ = ["DeclaringChecks"]

_FORM = ("it_is_a_form",)
_CODE = re.compile(r"[A-Z]{2,5}-\d{3}", re.ASCII)
_KEY = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", re.ASCII)


class DeclaringChecks(Conformance[FormBench]):
    """What a form says of itself."""

    @demand("Decorate the class with @form(...), below nothing else.")
    def test_it_is_a_form(self) -> Iterator[str]:
        """The class was made by `form`."""
        try:
            self.bench.form  # noqa: B018 - asked for what it raises
        except DeclarationError as error:
            yield str(error)

    @demand("Say in the docstring of the class, in one sentence, what a record of it is.", needs=_FORM)
    def test_it_is_documented(self) -> Iterator[str]:
        """The class says what a record of it is."""
        if not (self.bench.record.__doc__ or "").strip():
            yield "there is no docstring"

    @demand("Use another key: small letters, digits and underscores.", needs=_FORM)
    def test_its_key_is_free(self) -> Iterator[str]:
        """Its key can be part of a path, and is that of no shipped form that is in force on the same days."""
        form = self.bench.form
        if not _KEY.fullmatch(form.key):
            yield f"the key is {form.key!r}"
        for other in CATALOGUE:
            if other.key == form.key and other.record is not form.record and other.in_force.overlaps(form.in_force):
                yield f"{form.key!r} is the key of {other.record.__name__}"

    @demand(
        "Type them as printed, on one line, as composed letters (unicodedata.normalize('NFC', label)).", needs=_FORM
    )
    def test_its_words_can_be_shown(self) -> Iterator[str]:
        """Title, labels, units and headers are each one line of text, in NFC."""
        form = self.bench.form
        words = {"title": form.title}
        for name, figure in form.figures.items():
            words |= {f"{name}: label": figure.label, f"{name}: unit": figure.unit, f"{name}: header": figure.header}
            words |= {f"{name}: header {depth}": each for depth, each in enumerate(figure.under, 1)}
        words |= {f"{name}: label": each.label for name, each in form.nested.items() if each.is_table}
        words |= {f"{name}: label": each.label for name, each in form.ratios.items()}
        for what, text in words.items():
            if text != text.strip() or not text or not text.isprintable():
                yield f"{what} {text!r} is empty, has spaces around it, or does not fit on a line"
            elif not is_normalized("NFC", text):
                yield f"{what} {text!r} is not in NFC"

    @demand("Make each label say what sets it apart: a finding names figures by it.", needs=_FORM)
    def test_its_labels_tell_figures_apart(self) -> Iterator[str]:
        """No two figures have the same label, unit and level."""
        figures = self.bench.form.figures.values()
        for (label, unit, _), times in Counter((each.label, each.unit, each.level) for each in figures).items():
            if times > 1:
                yield f"{times} figures are called {label!r} ({unit})"

    @demand("Spell a unit as the shipped forms do.", needs=_FORM)
    def test_its_units_are_spelled_as_elsewhere(self) -> Iterator[str]:
        """A unit that the shipped forms know is spelled as they spell it."""
        known = {figure.unit.casefold(): figure.unit for form in CATALOGUE for figure in form.figures.values()}
        for name, figure in self.bench.form.figures.items():
            usual = known.get(figure.unit.strip().casefold(), figure.unit)
            if figure.unit != usual:
                yield f"{name} has the unit {figure.unit!r}, elsewhere {usual!r}"

    @demand("Cite the instrument and the place in it: INSTRUMENT.at('Phụ lục VI, mẫu II.06a').", needs=_FORM)
    def test_its_source_is_cited(self) -> Iterator[str]:
        """The form names the instrument of law it comes from, and the place in it."""
        source = self.bench.form.source
        if not source.instrument.notation.strip() or not source.place.strip():
            yield f"the source is {source.describe('en')!r}"

    @demand("Put the earlier day first; leave `in_force` out for a form that is always in force.", needs=_FORM)
    def test_its_days_are_in_order(self) -> Iterator[str]:
        """The form is in force on some day, and so is each of its rules while the form is."""
        days = self.bench.form.in_force
        if days.start is not None and days.end is not None and days.start > days.end:
            yield f"it is in force from {days.start} until {days.end}"
            return
        for rule in self.bench.form.rules:
            if not rule.in_force.overlaps(days):
                yield f"{rule.code} is in force on no day on which the form is"

    @demand("Write letters, a hyphen and three digits: DOS-002.", needs=_FORM)
    def test_its_codes_are_well_formed(self) -> Iterator[str]:
        """Each of its rules has a code of capital letters, a hyphen and three digits."""
        for rule in self.bench.form.rules:
            if not _CODE.fullmatch(rule.code):
                yield f"the code {rule.code!r}"

    @demand("Use letters of your own before the hyphen; a code is never given to another rule.", needs=_FORM)
    def test_its_codes_are_free(self) -> Iterator[str]:
        """None of its rules has the code of another rule that comes with the library."""
        known = {rule.code: rule for rule in RULE_BOOK.rules}
        for rule in self.bench.form.rules:
            if known.get(rule.code, rule) != rule:
                yield f"{rule.code} is another rule: {known[rule.code].statement.en}"

    @demand("Write a sentence in each language, as composed letters.", needs=_FORM)
    def test_its_rules_are_told_in_both_languages(self) -> Iterator[str]:
        """Each rule is stated, and its reason given, in Vietnamese and in English."""
        for rule in self.bench.form.rules:
            for text in filter(None, (rule.statement, rule.because, rule.blank, rule.example)):
                if not text.vi.strip() or not text.en.strip() or text.vi == text.en:
                    yield f"{rule.code}: {text.vi!r}, {text.en!r}"
                elif not is_normalized("NFC", text.vi):
                    yield f"{rule.code}: {text.vi!r} is not in NFC"
