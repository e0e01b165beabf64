"""Where every random choice of the samples comes from, so that a seed decides them all."""

from random import Random


def random_source(seed: int, *topic: str) -> Random:
    """Makes a source of random choices that depends on nothing but its arguments.

    Args:
        seed: The sample's seed.
        topic: What the choices are for, e.g. `"schools", "5001"`: a topic's choices stay the same
            whatever other topics draw.
    """
    text = "/".join((str(seed), *topic))
    return Random(text)  # noqa: S311 - made-up pupils need repeatable choices, not secret ones
