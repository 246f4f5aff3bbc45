"""What stands in the place of a result that there is none of."""

import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no result: `reason` in words, `trace` as Python prints it where the task itself raised.

    `is_lost` says that the task did not come to an end: its worker died, or the answer did not reach us.
    """

    reason: str
    trace: str = ""
    is_lost: bool = False


def attempt(task: Callable[[Item], Result], item: Item) -> Result | Failure:
    """What `task` makes of the item, or why not.

    An error becomes words where it is raised: not every exception survives the way between two processes.
    """
    try:
        return task(item)
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:  # a panic of a library in Rust is no Exception
        return Failure(f"{type(error).__name__}: {error}", traceback.format_exc())


def attempts(task: Callable[[Item], Result], items: Sequence[Item]) -> list[Result | Failure]:
    """`attempt` for a batch."""
    return [attempt(task, item) for item in items]
