"""The theme `brief`, found by MkDocs through the entry point of that name."""
