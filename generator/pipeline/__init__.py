"""What is done with the articles and briefs on the disk.

refresh     content/articles/* -> content/briefs/*.md, one article at a time; one that fails never stops the others
check       content/briefs/*.md -> the briefs to show, and every problem of every brief
annotations readers' annotations -> notes of the briefs that they were made on

What a build needs of it can be had from here; the rest is imported by name, as a build would only load it in vain.
"""

from generator.pipeline.engine import Engine
from generator.pipeline.means import Means
from generator.pipeline.refresh import Report, refresh, unheard

__all__ = ["Engine", "Means", "Report", "refresh", "unheard"]
