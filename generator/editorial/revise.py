"""Whose words a brief holds, field by field and item by item, and so what a build may write.

    field   is the machine's while its digest is the recorded one; any other is a person's, an absent one was deleted
    item    is recognised by its quote, and is the machine's while its digest is the recorded one

Known here are digests alone: of what the machine wrote (the record), of what stands in the file, and of what the engine
would write now. The machine's words follow the engine; a person's stay as and where they are. A sentence whose item a person
has edited or deleted is theirs: the machine adds no item with that quote again. A list that a person has emptied stays empty.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal, NamedTuple

from generator.edtf import Day

Owner = Literal["machine", "person"]
Rank = tuple[Day, Day]


class Known(NamedTuple):
    """An item by digest: its quote, and the whole of it."""

    quote: str
    item: str


YOURS = Known("yours", "")
"""Stands in the record of a list that a person has had a hand in.

Before it is what stood in the list when the machine last wrote it, of a person's item the quote alone; after it, what the
machine once wrote of sentences that are a person's now.
"""


@dataclass(frozen=True, slots=True)
class Step:
    """One item of a revised list: number `standing` of the file's, or `engine` of the engine's; if both, in its place."""

    standing: int | None
    engine: int | None = None


@dataclass(frozen=True, slots=True)
class Revision:
    """A list as it is to be, and what is recorded of it from now on."""

    steps: tuple[Step, ...]
    record: tuple[Known, ...]


@dataclass(frozen=True, slots=True)
class Lists:
    """What is recorded of a list, what stands in the file, and what the engine would write, each in its order.

    `ranks` of the standing items and of the engine's, in order of time, are given for a list that is kept in that order.
    """

    record: tuple[Known, ...]
    standing: tuple[Known, ...]
    engine: tuple[Known, ...]
    ranks: tuple[Sequence[Rank], Sequence[Rank]] | None = None


@dataclass(frozen=True, slots=True)
class _Pairing:
    """Standing items that stay, standing items that one of the engine's replaces, and the engine's that are new."""

    kept: frozenset[int]
    replaced: Mapping[int, int]
    new: tuple[int, ...]


def owner(recorded: str | None, standing: str | None) -> Owner:
    """Whose a field is: a person's where it differs from what the machine wrote, or is gone."""
    return "machine" if standing == recorded else "person"


def owners(record: Sequence[Known], standing: Sequence[Known]) -> tuple[Owner, ...]:
    """Whose each standing item is."""
    left = Counter(record)
    found: list[Owner] = []
    for item in standing:
        found.append("machine" if left[item] > 0 else "person")
        left[item] -= 1
    return tuple(found)


def revise_list(lists: Lists, *, is_tidy: bool = True, most: int | None = None) -> Revision:
    """The list that keeps a person's items and lets the machine's follow the engine.

    `is_tidy` says that nothing of a person's stands between the items, `most` how many items the list may have.
    """
    if is_tidy and lists.record == lists.standing:
        return Revision(tuple(Step(None, number) for number in range(len(lists.engine))), lists.engine)
    if lists.record[:1] not in ((), (YOURS,)) and not lists.standing:
        return Revision((), lists.record)
    whose = owners(lists.record, lists.standing)
    steps = _placed(lists, _within(most, _paired(lists, whose)))
    return Revision(tuple(steps), _recorded(lists, whose, steps))


def _paired(lists: Lists, whose: Sequence[Owner]) -> _Pairing:
    gone = Counter(lists.record) - Counter(lists.standing)
    persons = frozenset(number for number, one in enumerate(whose) if one == "person")
    touched = {lists.standing[number].quote for number in persons} | {known.quote for known in gone}
    kept, replaced, new = set(persons), dict[int, int](), list[int]()
    for quote in dict.fromkeys(known.quote for known in (*lists.standing, *lists.engine)):
        ours = [n for n, known in enumerate(lists.standing) if known.quote == quote and n not in persons]
        theirs = [n for n, known in enumerate(lists.engine) if known.quote == quote and known not in gone]
        pairs = _same(lists, ours, theirs)
        ours = [number for number in ours if number not in pairs]
        theirs = [number for number in theirs if number not in pairs.values()]
        replaced |= pairs
        if quote not in touched:
            replaced |= dict(zip(ours, theirs, strict=False))
            new += theirs[len(ours) :]
        elif len(ours) == len(theirs):
            replaced |= dict(zip(ours, theirs, strict=True))
        elif theirs:
            # Which is which of several items of one sentence cannot be told once a person has taken one of them away.
            kept |= set(ours)
    return _Pairing(frozenset(kept), replaced, tuple(sorted(new)))


def _same(lists: Lists, ours: Sequence[int], theirs: Sequence[int]) -> dict[int, int]:
    pairs: dict[int, int] = {}
    for number in ours:
        same = [n for n in theirs if n not in pairs.values() and lists.engine[n] == lists.standing[number]]
        if same:
            pairs[number] = same[0]
    return pairs


def _within(most: int | None, pairing: _Pairing) -> _Pairing:
    """A person's items come first where a list may not hold all."""
    if most is None:
        return pairing
    wanted = sorted((*pairing.replaced.values(), *pairing.new))
    written = set(wanted[: max(most - len(pairing.kept), 0)])
    replaced = {old: new for old, new in pairing.replaced.items() if new in written}
    return _Pairing(pairing.kept, replaced, tuple(new for new in pairing.new if new in written))


def _placed(lists: Lists, pairing: _Pairing) -> list[Step]:
    steps, moved = [], list(pairing.new)
    for number in range(len(lists.standing)):
        new = pairing.replaced.get(number)
        if new is not None and lists.ranks is not None and lists.ranks[0][number] != lists.ranks[1][new]:
            moved.append(new)
        elif new is not None or number in pairing.kept:
            steps.append(Step(number, new))
    for new in sorted(moved):
        steps.insert(_place(lists, steps, new), Step(None, new))
    return steps


def _place(lists: Lists, steps: Sequence[Step], new: int) -> int:
    """Where a new item goes: by its date, else after the item that it follows in the engine's list."""
    if lists.ranks is not None:
        return max((at + 1 for at, step in enumerate(steps) if _rank(lists, step) <= lists.ranks[1][new]), default=0)
    places = {step.engine: at for at, step in enumerate(steps) if step.engine is not None}
    before = max((number for number in places if number < new), default=None)
    after = min((number for number in places if number > new), default=None)
    if before is not None:
        return places[before] + 1
    return len(steps) if after is None else places[after]


def _rank(lists: Lists, step: Step) -> Rank:
    standing, engine = lists.ranks or ((), ())
    return engine[step.engine] if step.engine is not None else standing[step.standing or 0]


def _recorded(lists: Lists, whose: Sequence[Owner], steps: Sequence[Step]) -> tuple[Known, ...]:
    machine = [known for known, one in zip(lists.standing, whose, strict=True) if one == "machine"]
    persons = {known.quote for known, one in zip(lists.standing, whose, strict=True) if one == "person"}
    before = [known for known in lists.record if known != YOURS]
    left = _without(before, machine)
    held = list(dict.fromkeys(known for known in left if known.item or known.quote not in persons))
    now = [_known(lists, whose, step) for step in steps]
    is_reordered = any(a != b for a, b in zip_longest(machine, _without(before, left)))
    is_theirs = is_reordered or held or YOURS in lists.record or not all(known.item for known in now)
    return (*now, YOURS, *held) if is_theirs else tuple(now)


def _known(lists: Lists, whose: Sequence[Owner], step: Step) -> Known:
    if step.engine is not None:
        return lists.engine[step.engine]
    known = lists.standing[step.standing or 0]
    return known if whose[step.standing or 0] == "machine" else Known(known.quote, "")


def _without(known: Sequence[Known], taken: Sequence[Known]) -> list[Known]:
    left = Counter(taken)
    found = []
    for one in known:
        left[one] -= 1
        if left[one] < 0:
            found.append(one)
    return found
