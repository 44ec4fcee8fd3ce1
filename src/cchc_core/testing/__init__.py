"""For those who test reports by properties; needs the extra ``cchc[testing]``."""
