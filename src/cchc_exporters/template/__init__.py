"""Excel that officers fill in: blank forms, reading them back, and findings written into them."""

from cchc_exporters.template.plugin import cchc_register_readers

__all__ = ["cchc_register_readers"]
