"""What readers annotated elsewhere, as JSON: an answer or an export of Hypothesis, or W3C Web Annotations (JSON-LD).

    bytes --read--> one WebAnnotation for each target of each annotation, in the order of the file

Nothing is fetched, and nothing of a file is trusted: a value of another type than expected counts as absent.
"""

from generator.formats.web_annotation.annotation import WebAnnotation
from generator.formats.web_annotation.reading import read

__all__ = ["WebAnnotation", "read"]
