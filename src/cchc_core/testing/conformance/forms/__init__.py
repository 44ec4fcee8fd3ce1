"""Checks for forms."""

from cchc_core.testing.conformance.forms.suite import FormConformance, assert_form_conforms, check_form

__all__ = ["FormConformance", "assert_form_conforms", "check_form"]
