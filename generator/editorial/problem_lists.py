"""The article's list of problems: which enumeration it is, and the sentence that states each member's problem.

A list that is called one of problems ("three mistakes", "the dilemma facing the firm") is one. Another is judged by which way
it leans (see `tone`), trouble and slight hints against praise, remedies and orders: its members with the sentences that follow
them, what announces it, and the headline. "First, … Second, … Finally" needs less than bullets do.

A member is told by the sentence that carries its marker; where that one states no problem and another of its passage does so
plainly, by that other; and a heading by the first sentence of its section that leans to trouble. A member that only says
what should be done, or what is settled, is left out.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.editorial.acts import opens_with_an_act, orders
from generator.editorial.annotate import AnnotatedArticle, AnnotatedSentence
from generator.editorial.chain_markers import Words
from generator.editorial.challenge_weights import BARE, Candidate, weights
from generator.editorial.discourse import Chain, chains
from generator.editorial.layout_lists import layout_lists
from generator.editorial.phrases import tokens
from generator.editorial.problems import Evidence
from generator.editorial.standing import has_words
from generator.editorial.tone import Tone, tone

# Set by hand on some 80 enumerations of news texts, half of 22 annotated articles and written cases, each labelled as one of
# problems or of something else: all but one come out right. Without hints F1 on the written cases falls from 0.81 to 0.78,
# without praise to 0.77, without the announcement to 0.76.
_CALLED_PROBLEMS = 3.0
_COST, _MARKED_GAIN, _FEW_MARKED_GAIN = 1.1, 0.7, 0.3
_ITEMS_GAIN, _HEADINGS_GAIN = -0.1, -0.2
_REST, _MOST_TROUBLE = 0.5, 2.5
# What trouble, hints, praise and remedies count in a member, and in what announces the list.
_MEMBER, _ANNOUNCER = (0.8, 0.8, 0.9, 1.1), (0.6, 0.5, 0.7, 0.8)
_LEAST_ANNOUNCED, _MOST_ANNOUNCED, _HEADLINE, _TROUBLED = -1.5, 1.2, 0.7, 0.4
_STATED = 1.0
_SLIGHT = 0.5
_PLAINLY = 1.5
_LEANING, _LEAST = 0.6, 0.15
_FEWEST_WORDS = 2
_ONE_OF = ("one", "of")
_NEAREST = 3
_LONGEST_PASSAGE = 40  # sentences: hostile input has sections without end


@dataclass(frozen=True, slots=True)
class ProblemList:
    """The statements of the enumerated problems; the list takes up the sentences numbered `start` to `end` (exclusive);
    `by_headings` says whether each stands under a heading of its own, `named` whether each member itself
    calls it a problem ("The second difficulty is …"), `open_ended` whether it only picks some out ("One of the dangers is …").
    """

    members: tuple[Candidate, ...]
    start: int
    end: int
    by_headings: bool
    named: bool = False
    open_ended: bool = False


@dataclass(frozen=True, slots=True)
class _Passage:
    """A member of a chain with the candidates of its own paragraph or section, up to the next member."""

    member: AnnotatedSentence
    following: tuple[Candidate, ...]
    own: Candidate | None
    lean: float


def problem_list(annotated: AnnotatedArticle, every: Sequence[Candidate]) -> ProblemList | None:
    """The surest enumeration of problems in the article, if it has one; `every` are the candidates of its prose."""
    words = {candidate.sentence.number: candidate.words for candidate in every}
    words |= {one.number: tokens(one.text) for one in annotated.sentences if one.number not in words}
    by_number = {candidate.sentence.number: candidate for candidate in every}
    ground = _TROUBLED * min(1.0, sum(one.evidence.problem for one in every) / (len(every) or 1))
    ground += _HEADLINE * _announces(tone(tokens(annotated.article.headline)))
    best, sureness = None, 0.0
    for chain in (
        *chains(annotated.prose, words),
        *layout_lists(annotated.sentences, words, tokens(annotated.article.headline)),
    ):
        passages = _passages(chain, words, by_number)
        sure = _sureness(chain, passages, words, ground)
        if sure > sureness:
            best, sureness = (chain, passages), sure
    return _as_list(*best) if best else None


def _as_list(chain: Chain, passages: Sequence[_Passage]) -> ProblemList | None:
    members = tuple(_statements(chain, passages))
    by_headings = chain.family == "headings"
    if not members:
        return None
    named = chain.kind == "problem" and chain.family == "noun"
    open_ended = tokens(chain.members[0].text)[:2] == _ONE_OF or (by_headings and not chain.counted and not _is_stating(chain))
    return ProblemList(members, chain.members[0].number, members[-1].sentence.number + 1, by_headings, named, open_ended)


def _is_stating(chain: Chain) -> bool:
    """Whether two or more of the headings state a problem themselves."""
    return sum(tone(tokens(one.text)).trouble >= _PLAINLY for one in chain.members) > 1


def _sureness(chain: Chain, passages: Sequence[_Passage], words: Words, ground: float) -> float:
    """Above 0: the chain enumerates problems; the higher, the surer. `ground` is what the article's own tone adds."""
    lean = sum(passage.lean for passage in passages) / len(passages)
    if chain.kind == "problem":
        return _CALLED_PROBLEMS + lean
    if chain.kind == "remedy":
        return -1.0
    announced = _announced(chain, words)
    stating = any(_states(words[passage.member.number], passage) for passage in passages)
    if (announced < _SLIGHT and not stating) or _is_of_acts(chain, words):
        return -1.0
    gain = _MARKED_GAIN if len(passages) > 2 or chain.counted else _FEW_MARKED_GAIN
    gain = {"items": _ITEMS_GAIN, "headings": 0.0 if chain.counted else _HEADINGS_GAIN}.get(chain.family, gain)
    return lean + min(_MOST_ANNOUNCED, max(_LEAST_ANNOUNCED, announced + ground)) + gain - _COST


def _is_of_acts(chain: Chain, words: Words) -> bool:
    """Whether the members are orders, or items of what is to be done ("Raising the wall"), and not called trouble; or the items
    sum up what follows them all."""
    before = chain.announced_by
    ordered = sum(orders(words[one.number]) for one in chain.members)
    if ordered > len(chain.members) / 2:
        return before is None or _announces(tone(words[before.number])) < _SLIGHT
    if chain.family != "items" or (before is not None and _announces(tone(words[before.number])) >= _SLIGHT):
        return False
    acts = sum(opens_with_an_act(words[one.number]) for one in chain.members)
    return chain.members[0].number == 0 or acts > len(chain.members) / 2


def _states(words: tuple[str, ...], passage: _Passage) -> bool:
    said = tone(words)
    return said.trouble >= _STATED or said.hint >= _SLIGHT


def _announced(chain: Chain, words: Words) -> float:
    if chain.announced_by is None:
        return 0.0
    number = chain.announced_by.number
    before = words.get(number - 1)
    return _announces(tone(words[number])) + (_announces(tone(before)) / 2 if before else 0.0)


def _announces(said: Tone) -> float:
    return _weighed(said, _ANNOUNCER)


def _weighed(said: Tone, weights: tuple[float, float, float, float]) -> float:
    trouble, hint, praise, remedy = weights
    return trouble * min(_MOST_TROUBLE, said.trouble) + hint * said.hint - praise * said.praise - remedy * said.remedy


def _passages(chain: Chain, words: Words, by_number: Mapping[int, Candidate]) -> tuple[_Passage, ...]:
    starts = [member.number for member in chain.members]
    return tuple(
        _passage(member, end, words, by_number) for member, end in zip(chain.members, [*starts[1:], 10**9], strict=True)
    )


def _passage(member: AnnotatedSentence, end: int, words: Words, by_number: Mapping[int, Candidate]) -> _Passage:
    following = tuple(_rest(member, min(end, member.number + _LONGEST_PASSAGE), by_number))
    leans = [_weighed(one.tone, _MEMBER) for one in following[:_NEAREST]]
    rest = sum(leans) / (len(leans) or 1)
    own = _weighed(tone(words[member.number]), _MEMBER)
    lean = rest + _REST * own if member.kind == "heading" else own + _REST * rest
    return _Passage(member, following, by_number.get(member.number), lean)


def _rest(member: AnnotatedSentence, end: int, by_number: Mapping[int, Candidate]) -> Iterator[Candidate]:
    """The sentences after `member` and before the one numbered `end`, in its paragraph; after a heading in its section."""
    for number in range(member.number + 1, end):
        one = by_number.get(number)
        if one is None or (member.kind != "heading" and one.sentence.block != member.block):
            return
        yield one


def _statements(chain: Chain, passages: Sequence[_Passage]) -> Iterator[Candidate]:
    told = set[frozenset[str]]()
    for passage in passages:
        statement = _statement(passage)
        words = frozenset(statement.sentence.words) if statement else frozenset()
        bare = len(words) < _FEWEST_WORDS and not passage.following
        if statement is None or bare or words in told or not _says(statement) or _is_remedy(statement.evidence):
            continue
        if not has_words(statement.sentence.text):
            continue
        by_headings = chain.family == "headings" and not chain.counted
        if passage.lean > _LEAST if by_headings else chain.kind == "problem" or passage.lean > -_SLIGHT:
            told.add(words)
            yield statement


def _says(statement: Candidate) -> bool:
    return any(word[0].isalnum() for word in statement.words)


def _statement(passage: _Passage) -> Candidate | None:
    """The sentence that states the member's problem best."""
    own = passage.own
    if own is not None and own.evidence.problem:
        return own
    if own is None and passage.following:
        return _of_section(passage.following)
    best = max(passage.following, key=lambda candidate: candidate.score, default=None)
    if own is None or best is None:
        return own or best
    if len(own.words) <= BARE and best is passage.following[0] and own.tone.remedy < _PLAINLY:
        return own  # it is given with the sentence after it
    return best if best.evidence.problem >= _PLAINLY and best.score >= own.score + _PLAINLY else own


def _of_section(following: Sequence[Candidate]) -> Candidate:
    """The first sentence of a section that leans to trouble, or the first of all, unless another states it much better."""
    first = next((one for one in following if _weighed(one.tone, _MEMBER) >= _LEANING), following[0])
    best = max(following, key=_bare_score)
    return best if best.evidence.problem >= _PLAINLY and _bare_score(best) >= _bare_score(first) + _STATED else first


def _bare_score(candidate: Candidate) -> float:
    """The score without what standing first under a heading adds."""
    return candidate.score - weights()["headed"] * candidate.features.get("headed", 0.0)


def _is_remedy(said: Evidence) -> bool:
    return said.remedy >= _PLAINLY and said.problem < _STATED
