"""What is done with the articles and briefs on the disk.

refresh     content/articles/* -> content/briefs/*.md, one article at a time; one that fails never stops the others
published   content/briefs/*.md -> the briefs to show, and the problems of those that cannot be shown
import_annotations
            readers' annotations -> notes of the briefs that they were made on
check       the verifier: every problem of every brief
"""

from generator.pipeline.annotations import import_annotations
from generator.pipeline.check import check, published
from generator.pipeline.engine import Engine
from generator.pipeline.means import Means
from generator.pipeline.refresh import Report, refresh, unheard

__all__ = ["Engine", "Means", "Report", "check", "import_annotations", "published", "refresh", "unheard"]
