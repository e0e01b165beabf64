"""Moments as people of the province say them: Thai time, Buddhist or common years."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone

from edusandbox.errors import UserError
from schemas.periods import BUDDHIST_ERA_OFFSET

# Thailand has kept this offset without summer time since 1920, so no time-zone database is needed.
BANGKOK = timezone(timedelta(hours=7), "Asia/Bangkok")

_FIRST_BUDDHIST_YEAR = 2400
_YEAR = re.compile(r"\d{4}(?=-)")
# Of either era, in the years of which periods have codes (2501 to 2599).
_DAY = re.compile(r"(?:25(?:0[1-9]|[1-9][0-9])|19[6-9][0-9]|20[0-4][0-9])-[0-9]{2}-[0-9]{2}")


class TimestampError(UserError):
    """What was typed is no moment or no day, as one sentence."""


def day_in_bangkok(moment: datetime) -> date:
    """The day of a moment in Thailand, where a day is over at 24:00 and not at midnight UTC."""
    return moment.astimezone(BANGKOK).date()


def today_in_bangkok() -> date:
    """The day that it is now in Thailand: the only place where the clock is read for a decision."""
    return day_in_bangkok(datetime.now(UTC))


def parse_day(said: str, what: str) -> date:
    """Reads a day.

    Args:
        said: `2569-11-30` or `2026-11-30`; years from 2400 are Buddhist.
        what: What it is the day of, as the person who typed it knows it: `--today`.

    Raises:
        TimestampError: It is no day.
    """
    text = said.strip()
    try:
        # Python alone would take 20261130 and the days of a week as well.
        return date.fromisoformat(_YEAR.sub(_common_year, text, count=1) if _DAY.fullmatch(text) else "")
    except ValueError:
        raise TimestampError(
            f"{what}: {said!r} is no day; write year, month and day, such as 2569-11-30 or 2026-11-30"
        ) from None


def parse_as_of(said: str) -> datetime:
    """Reads a moment.

    Args:
        said: `2563-07-10` or `2020-07-10` (the end of that day in Thailand), or `2563-07-10T14:05`, perhaps
            with an offset such as `+00:00`; without one it is Thai time. Years from 2400 are Buddhist.

    Returns:
        The moment in UTC.

    Raises:
        TimestampError: It is no moment.
    """
    common = _YEAR.sub(_common_year, said.strip(), count=1)
    day, separator, _ = common.partition("T" if "T" in common else " ")
    try:
        # Python would take any sign between a day and a time, so that a day's offset would be one.
        date.fromisoformat(day)
        moment = datetime.fromisoformat(common)
    except ValueError as error:
        raise TimestampError(
            f"{said!r} is no moment; write a day such as 2563-07-10, or with a time such as 2563-07-10T14:05"
        ) from error
    if not separator:
        moment = datetime.combine(moment.date(), time.max)
    return (moment if moment.tzinfo else moment.replace(tzinfo=BANGKOK)).astimezone(UTC)


def _common_year(year: re.Match[str]) -> str:
    number = int(year[0])
    return str(number - BUDDHIST_ERA_OFFSET if number >= _FIRST_BUDDHIST_YEAR else number)
