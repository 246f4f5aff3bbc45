"""The events that the timeline shows, in order, as their shelf keeps them, and the pages that they fall on."""

from array import array
from dataclasses import dataclass

from generator.publish.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Order:
    """The events that are shown, in order, and the year of each."""

    events: "array[int]"
    years: "array[int]"

    @classmethod
    def empty(cls) -> "Order":
        """No event at all."""
        return cls(array("I"), array("h"))


def order_of(shelf: Shelf) -> Order:
    """The order on the shelf."""
    return Order(array("I", shelf.get(b"o") or b""), array("h", shelf.get(b"y") or b""))


def sheet_count(order: Order, size: int) -> int:
    """The pages of so many events; an empty timeline has one."""
    return max(1, -(-len(order.events) // size))


def sheet_of(order: Order, number: int, size: int) -> "array[int]":
    """The events of the page of that number, from 1."""
    return order.events[size * (number - 1) : size * number]


def first_sheets(order: Order, size: int) -> dict[int, int]:
    """The number of the first page that has events of a year, for each year."""
    found: dict[int, int] = {}
    for at, year in enumerate(order.years):
        if year not in found:
            found[year] = at // size + 1
    return found
