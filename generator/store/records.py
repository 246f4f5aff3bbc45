"""The files in .briefs/, which any build can make again."""

import os
import stat

from generator.store.content import StoredFile, open_straight
from generator.store.writing import written_beside


def read_record(file: StoredFile) -> bytes:
    """The bytes of a file in .briefs/, of whatever size. Raises OSError."""
    _refuse_irregular_record(os.lstat(file.path))
    with open(file.path, "rb", opener=open_straight) as opened:
        return opened.read()


def write_record(file: StoredFile, content: bytes) -> None:
    """Replaces a file in .briefs/. Raises OSError.

    It need not survive a failure of the machine: a record is believed only where the disk bears it out.
    """
    file.path.parent.mkdir(parents=True, exist_ok=True)
    with written_beside(file.path, content, is_safe=False) as fresh:
        os.replace(fresh, file.path)


def remove_record(file: StoredFile) -> None:
    """Takes a file in .briefs/ away, there or not. Raises OSError."""
    file.path.unlink(missing_ok=True)


def _refuse_irregular_record(found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise FileNotFoundError("it is not a regular file")
