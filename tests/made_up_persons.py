"""Ids of nobody."""

from stdnum.th import pin


def made_up_id(number: int) -> str:
    """Thirteen digits with a valid check digit."""
    body = f"{number % 8 + 1}{number:011d}"
    return next(f"{body}{digit}" for digit in range(10) if pin.is_valid(f"{body}{digit}"))
