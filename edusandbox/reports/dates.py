"""Dates as people in Thailand read them: Bangkok time, Buddhist years."""

from calendar import month_abbr
from datetime import UTC, date, datetime

from pythainlp.util import thai_strftime

from edusandbox.timestamps import BANGKOK
from schemas.periods import BUDDHIST_ERA_OFFSET


def thai_date_time(moment: datetime) -> str:
    """Writes a moment as an office letter does: `8 มิถุนายน 2563 เวลา 14.05 น.`.

    Raises:
        ValueError: The moment has no time zone.
    """
    if moment.tzinfo is None:
        raise ValueError(f"{moment.isoformat()} has no time zone; pass a UTC time")
    return str(thai_strftime(moment.astimezone(BANGKOK), "%-d %B %Y เวลา %H.%M น."))


def short_date(value: object) -> str:
    """Writes a date for an English table: `8 Jun 2563`; a moment is told by its day in Bangkok.

    Args:
        value: A `date`, a `datetime` (without a zone it is taken as UTC), either in ISO form as SQLite
            keeps it, or None, which gives ''. Any other text is returned as it is.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            return value
        value = moment if len(value) > len("2020-06-08") else moment.date()
    if isinstance(value, datetime):
        aware = value if value.tzinfo else value.replace(tzinfo=UTC)
        value = aware.astimezone(BANGKOK).date()
    if isinstance(value, date):
        return f"{value.day} {month_abbr[value.month]} {value.year + BUDDHIST_ERA_OFFSET}"
    return str(value)
