"""What a form to fill in holds and how it is laid out: a pure function of its specification."""
