"""A site shown in the browser while it is written: files are watched, pages served, and open pages loaded anew.

    bursts      many changes close together are one
    watching    the system's messages of changed files, or looking where there are none
    running     build, tell the pages, wait for the next change
    builds      the latest build, told to all who wait for it
    server      one address, a thread a request
    answering   one request: who may ask (hosts), which file (locating), as what (media), with what added (pages)
    faults      an error nobody foresaw, in one line

How a site is built is not known here: `run` is given a function.
"""

from generator.preview.running import Rebuild, run
from generator.preview.server import PreviewServer, listen

__all__ = ["PreviewServer", "Rebuild", "listen", "run"]
