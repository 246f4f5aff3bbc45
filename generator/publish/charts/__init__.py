"""The geometry of the pictures on a brief's page; the theme draws them as SVG and says what they show.

    grade scale      a row for each formula that gives a school grade: the article's dot and the brief's on a scale from 0 to 20
    sentence strip   a bar for each sentence of the article, as high as the sentence is hard, cited ones picked out
    time scale       a row for each event of the timeline, from its earliest to its latest day

Lengths are in the user units of the view box, about as wide as a phone, so that the words in a picture can be read there.
"""

from generator.publish.charts.grade_scale import GradeScale, grade_scale
from generator.publish.charts.sentence_strip import SentenceStrip, sentence_strip
from generator.publish.charts.time_scale import TimeScale, time_scale

__all__ = ["GradeScale", "SentenceStrip", "TimeScale", "grade_scale", "sentence_strip", "time_scale"]
