"""Reading a filled form back: what is let in at all, what was moved or changed, and the figures."""
