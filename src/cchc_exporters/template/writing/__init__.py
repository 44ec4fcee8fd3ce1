"""Writing a form as a workbook: looks, validation, messages, and what is filled in already."""
