"""How a site is built: what changed since the last build is found, read and rendered; the rest stays as it is.

`site_build` goes through one build, `quick` says whether there is anything to do at all, `manifest` and `records` keep what
the next build needs to know. Nothing here knows MkDocs.
"""
