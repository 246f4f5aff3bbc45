"""Leaves in a text only characters that can be seen: no controls, no direction marks, no zero-width marks.

    line ends        CR LF, CR, NEL, LINE and PARAGRAPH SEPARATOR, VT and FF become LF
    tab              becomes a space
    dropped          the other C0 and C1 controls, lone surrogates, noncharacters, bidi controls, zero-width marks, soft
                     hyphens, tag characters
    kept             ZWJ and ZWNJ between letters of the scripts that write with them (Arabic and Indic ones) and within emoji

Nothing is normalised (NFC or NFKC): a quote is the article's own characters.
"""

import re

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_JOINING = (
    "\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc"
    "\ufe0f\u2600-\u27bf\U0001f1e6-\U0001faff"
)
_STRAY_JOINER = re.compile(f"(?<![{_JOINING}])[\u200c\u200d]|[\u200c\u200d](?![{_JOINING}])")
# All that those may change: most texts hold none of it, and one search tells.
_ODD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_BLANKS = re.compile("[ \t\n]+")


def clean(text: str) -> str:
    """`text` with LF line ends and without characters that cannot be seen."""
    if not _ODD.search(text):
        return text.replace("\t", " ")
    text = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    return _STRAY_JOINER.sub("", _DROPPED.sub("", text))


def straightened(text: str) -> str:
    """`text` with straight quotation marks in place of curly ones."""
    # Four searches for one character each take a fortieth of the time of str.translate.
    return text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')


def single_line(text: str) -> str:
    """`text` cleaned, with every run of blanks and line ends as one space: how a browser shows it."""
    return _BLANKS.sub(" ", clean(text)).strip()
