"""The headline: without its site's name, and made from the file's name where the article has none."""

import re

from generator.formats.article.word_lists import section

_SITE = re.compile(
    r"(?:\s+[-–—|:·•»]\s+|\s?[|｜_»]\s?)(?P<site>[^-–—|｜:·•»_]{2,40})$",
)
_GLUED_AGENCY = re.compile(
    r"[-–—](?P<site>Xinhua(?:net|n?\.com|\.net)?|People[’']s Daily Online|China News(?: Network)?|CCTV)$"
)
_DOMAIN = re.compile(r"(?:[\w-]{1,40}\.){1,3}(?:com|net|org|news|cn|in|uk|info|co|io|tv|eu|us|au|ie|ca)", re.IGNORECASE)
_OUTLET = re.compile(
    rf"(?:the )?(?:[\w&'’.]{{1,20}} ){{0,4}}?(?:{'|'.join(map(re.escape, section('outlets.txt', 'names')))})", re.IGNORECASE
)
_STEM_GAPS = re.compile(r"[-_.+\s]+")


def without_site(headline: str, site: str | None = None) -> str:
    """`headline` without its outlet's name behind a bar or a dash: `site`, a domain, or what is an outlet's by its words."""
    match = _SITE.search(headline) or _GLUED_AGENCY.search(headline)
    if match is None or not headline[: match.start()].strip():
        return headline.strip()
    name = match["site"].strip()
    known = site is not None and _letters(name) in (_letters(site), _letters(site.partition(".")[0]))
    if known or _DOMAIN.fullmatch(name) or _OUTLET.fullmatch(name):
        return without_site(headline[: match.start()], site)
    return headline.strip()


def from_file_name(name: str) -> str:
    """ "old-harbour.txt" as "Old harbour"."""
    stem = name.replace("\\", "/").rpartition("/")[2]
    stem = stem.rpartition(".")[0] or stem
    words = " ".join(_STEM_GAPS.split(stem)).strip()
    return words[:1].upper() + words[1:] if words else "Untitled"


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum()).removeprefix("the")
