"""What can go wrong between the program and its warehouse, in one sentence for a person."""

from edusandbox.errors import UserError


class WarehouseError(UserError):
    """The warehouse cannot do what was asked; the message says why and what would help."""


class NoWarehouseError(WarehouseError):
    """Nothing has been consolidated there yet."""

    def __init__(self, address: str) -> None:
        """Takes where a warehouse was looked for, without passwords."""
        super().__init__(f"There is no warehouse at {address} yet; run edusandbox consolidate first")


class SchoolCodeError(WarehouseError):
    """Codes that a submission says belong to one school stand for different schools in the warehouse."""


class NotTogetherError(Exception):
    """Submissions that are right by themselves cannot be loaded in one go."""
