"""The disk: the only room that touches content/, site/ and .briefs/.

    content         articles and briefs, listed and read
    writing         files replaced in one step
    locking         one build at a time
    configuration   mkdocs.yml as text
    records         the files in .briefs/
    derived         the state of a site between builds
    site_folder     the site while a build works on it
    pages           the site while it is served
    halves          work on many files by two processes
    telling         what the disk refuses, in words
    stamps          what a folder holds, told from what it held
    template_code   the compiled templates of the package

Files are read whole, under a size limit, and only when they are regular: links, pipes and devices are refused with a
reason. Files are replaced by writing a new one beside them and renaming it over, and only if their bytes are still those
that the new ones were made from.
"""

from generator.store.configuration import inherited, text_of
from generator.store.content import (
    LARGEST,
    StoredFile,
    articles,
    brief_of,
    briefs,
    count,
    exists,
    expect_folder,
    misplaced,
    named,
    read,
    read_given,
    shown,
    state,
)
from generator.store.locking import PATIENCE, exclusive
from generator.store.pages import files_in, has_page, open_page
from generator.store.records import read_record, remove_record, write_record
from generator.store.telling import told
from generator.store.writing import clear_unfinished, rename, replace

__all__ = [
    "LARGEST",
    "PATIENCE",
    "StoredFile",
    "articles",
    "brief_of",
    "briefs",
    "clear_unfinished",
    "count",
    "exclusive",
    "exists",
    "expect_folder",
    "files_in",
    "has_page",
    "inherited",
    "misplaced",
    "named",
    "open_page",
    "read",
    "read_given",
    "read_record",
    "remove_record",
    "rename",
    "replace",
    "shown",
    "state",
    "text_of",
    "told",
    "write_record",
]
