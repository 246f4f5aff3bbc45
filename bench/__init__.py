"""The benchmark: a corpus of our own making, built by ourselves and by MkDocs alone, in turn. See README.md."""
