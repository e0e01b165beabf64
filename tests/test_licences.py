"""Everything that a deployment installs is under a licence that we have looked at."""

import pytest

from tests.licences import licences_of, locked_packages

REVIEWED = {
    *("MIT", "MIT-0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "Apache-2.0", "ISC", "Zlib"),
    *("PSF-2.0", "CNRI-Python", "CC0-1.0", "Unlicense", "Artistic-1.0-Perl"),
    # Weak copyleft: their own files stay under it; we use them unchanged, as libraries.
    *("MPL-2.0", "LGPL-3.0-only", "LGPL-2.1-or-later"),
}
PACKAGES = locked_packages()


@pytest.mark.parametrize("package", PACKAGES)
def test_a_locked_package_is_under_a_reviewed_licence(package: str) -> None:
    licences = licences_of(package)
    if licences is None:
        pytest.skip(f"{package} is for another system")
    assert licences - REVIEWED == set(), f"look at the licence of {package}, then list it here"


def test_the_lock_names_what_the_program_is_written_with() -> None:
    assert {"prefect", "pandas", "pandera", "sqlalchemy"} <= set(PACKAGES)
