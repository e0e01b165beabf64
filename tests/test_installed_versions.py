"""The installed set of packages is one that starts; a failure says in one sentence what to do."""

from importlib.metadata import version

import pytest


@pytest.mark.parametrize(
    ("package", "is_known_to_work", "wanted"),
    [
        ("prefect", lambda number: number == (3, 9, 1), "3.9.1"),
        ("certifi", lambda number: number >= (2026, 10, 19), "2026.10.19 or newer"),
        ("pandas", lambda number: (3, 1) <= number < (3, 2), "3.1"),
        ("pandera", lambda number: (0, 35) <= number < (0, 36), "0.35"),
        ("sqlalchemy", lambda number: (2, 1) <= number < (2, 2), "2.1"),
    ],
)
def test_versions_are_those_that_work_together(package: str, is_known_to_work: object, wanted: str) -> None:
    installed = version(package)
    number = tuple(int(part) for part in installed.split(".")[:3] if part.isdecimal())
    assert callable(is_known_to_work)
    assert is_known_to_work(number), (
        f"{package} {installed} is installed, but edusandbox needs {wanted}; run make clean and make test"
    )


def test_prefects_api_can_be_made_of_what_is_installed() -> None:
    try:
        from prefect.server.api.server import create_app  # noqa: PLC0415 - the import is what is tested

        app = create_app(ephemeral=True)
    except Exception as error:
        pytest.fail(
            f"Prefect {version('prefect')} cannot start with fastapi {version('fastapi')}: {error!r}; "
            "install the locked requirements (make clean, make test)"
        )
    assert app.routes
