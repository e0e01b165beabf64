"""Former place of `edusandbox.warehouse.schema`."""

from edusandbox.warehouse.mart_views import VIEW_NAMES
from edusandbox.warehouse.schema import create_warehouse, has_warehouse, require_warehouse

__all__ = ["VIEW_NAMES", "create_warehouse", "has_warehouse", "require_warehouse"]
