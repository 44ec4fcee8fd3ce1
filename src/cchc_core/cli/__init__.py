"""The command ``cchc``: arguments, progress, exit codes; every command is one call into the rest."""
