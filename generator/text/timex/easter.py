"""Easter Sunday of the western churches, by Gauss's rule in the form of the Gregorian computus.

the Sunday after the first full moon on or after 21 March, as the church's tables have it
"""

from datetime import date

from generator.text.timex.periods import Period


def easter_sunday(year: int) -> Period:
    """Easter Sunday of `year` (1 to 9999)."""
    century, golden = year // 100, year % 19
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - moon - year % 100 % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return Period("day", date(year, month, day + 1).toordinal())
