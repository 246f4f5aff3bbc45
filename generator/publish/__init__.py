"""How it is shown: briefs to pages, feeds and files; pure."""
