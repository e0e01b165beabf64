"""Work on many things of which one may fail without stopping the others."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")
_LOG = logging.getLogger(__name__)


@dataclass(slots=True)
class Attempt(Generic[R]):
    """What a group gave, and which of its members the program could not deal with.

    Attributes:
        results: What succeeded, in order.
        failed: Name and reason of each member that did not.
    """

    results: list[R] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)

    def add(self, other: "Attempt[R]") -> None:
        """Takes in what another part of the group gave."""
        self.results += other.results
        self.failed += other.failed


def attempt_each(items: Sequence[T], name: Callable[[T], str], work: Callable[[T], R]) -> Attempt[R]:
    """Does a piece of work for each item; one that raises is logged and reported, the others go on.

    Args:
        items: What to work on.
        name: How an item is called where it failed.
        work: What to do with it.
    """
    attempt: Attempt[R] = Attempt()
    for item in items:
        try:
            attempt.results.append(work(item))
        except Exception as error:
            _LOG.exception("%s failed", name(item))
            attempt.failed.append((name(item), reason_of(error)))
    return attempt


def reason_of(error: Exception) -> str:
    """An error in one line, as a report gives it."""
    return f"{type(error).__name__}: {error}"
