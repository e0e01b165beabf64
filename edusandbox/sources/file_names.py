"""Which files an agency means to send, by their names."""

# Locks of open workbooks (`~$...`, `.~lock...`) and hidden files.
_PASSED_OVER = ("~$", ".")
# What Windows leaves.
_SYSTEM_FILES = {"thumbs.db", "desktop.ini"}


def is_meant(file_name: str) -> bool:
    """Whether a file is a sender's own, and not one that a program left beside it.

    Args:
        file_name: Its name without folders; an object store may list a folder as a file without a name.
    """
    return (
        bool(file_name)
        and not file_name.startswith(_PASSED_OVER)
        and file_name.casefold() not in _SYSTEM_FILES
    )
