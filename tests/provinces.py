"""Folders of provinces that are unlike the one that the program brings."""

import shutil
from pathlib import Path

from edusandbox.settings import default_province_folder


def province_to_edit(folder: Path) -> Path:
    """Copies the program's province below a folder."""
    return Path(shutil.copytree(default_province_folder(), folder / "province"))


def province_that_keeps_personal_data(folder: Path) -> Path:
    """Copies the program's province below a folder and lets its landing store keep personal data."""
    copy = province_to_edit(folder)
    said = (copy / "province.toml").read_text(encoding="utf-8")
    allowed = said.replace("keep_personal_data = false", "keep_personal_data = true")
    (copy / "province.toml").write_text(allowed, encoding="utf-8")
    return copy
