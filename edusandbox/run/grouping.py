"""Cuts a run's work into steps: a step a group, because a step may cost its runner some milliseconds."""

from collections.abc import Sequence
from typing import TypeVar

from edusandbox.submissions import Delivery

T = TypeVar("T")
GROUPS_PER_WORKER = 4
"""Enough groups that the last one to finish does not leave the other workers idle for long."""


def in_chunks(items: Sequence[T], chunk_count: int) -> list[list[T]]:
    """Cuts items into at most `chunk_count` lists of like length, none empty, in order."""
    count = min(chunk_count, len(items))
    return [
        list(items[number * len(items) // count : (number + 1) * len(items) // count])
        for number in range(count)
    ]


def balanced_groups(deliveries: Sequence[Delivery], worker_count: int) -> list[list[Delivery]]:
    """Puts deliveries into groups of like size in bytes, the largest first.

    Args:
        deliveries: What to check.
        worker_count: Workers that will share the groups.
    """
    count = min(len(deliveries), worker_count * GROUPS_PER_WORKER)
    groups: list[list[Delivery]] = [[] for _ in range(count)]
    sizes = [0] * count
    for delivery in sorted(deliveries, key=lambda each: each.size_bytes, reverse=True):
        smallest = sizes.index(min(sizes))
        groups[smallest].append(delivery)
        sizes[smallest] += delivery.size_bytes + 1
    return groups
