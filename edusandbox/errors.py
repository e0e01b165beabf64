"""What a user can get wrong, told in one sentence that says what, where and what to do."""


class UserError(Exception):
    """A mistake of the user's or of the installation's: its text is shown as it is, without a traceback."""
