"""How a form and one of its parts are written as one: `completion/next_step`."""

PART_MARK = "/"


def form_and_part(form: str, part: str) -> str:
    """The code of a form with that of its part, if it has one."""
    return f"{form}{PART_MARK}{part}" if part else form
