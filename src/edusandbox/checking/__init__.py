"""Reading and checking deliveries: a function of their bytes and of a context, for any worker anywhere."""

from edusandbox.checking.context import CheckContext
from edusandbox.checking.group import check_deliveries

__all__ = ["CheckContext", "check_deliveries"]
