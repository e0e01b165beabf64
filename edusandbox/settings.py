"""Settings, from environment variables `EDUSANDBOX_…` or a `.env` file in the working folder."""

from enum import StrEnum
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from edusandbox.sources.limits import DEFAULT_LIMITS, MAX_DELIVERY_BYTES, Limits


class Runner(StrEnum):
    """Where the reading and checking of deliveries runs."""

    THREADS = "threads"
    """Prefect's threads, with a pool of worker processes of ours behind them: the default."""
    PROCESSES = "processes"
    """Prefect's process pool."""
    DASK = "dask"
    """A Dask cluster (extra `dask`)."""


def default_province_folder() -> Path:
    """The Chiang Mai folder: of the installed package, or of the checkout it is run from."""
    package = Path(__file__).parent
    installed = package / "deployments" / "chiang-mai"
    return installed if installed.is_dir() else package.parent / "deployments" / "chiang-mai"


class Settings(BaseSettings):
    """Everything that an installation can set.

    Attributes:
        warehouse_url: SQLAlchemy URL of the provincial warehouse.
        inbox_url: Folder or fsspec URL below which each agency has its folder.
        landing_url: Folder or fsspec URL of the landing store.
        province_folder: The province's registry: `province.toml`, `agencies.csv`, `calendar.csv`.
        runner: Where deliveries are read and checked.
        worker_count: Worker processes (threads, processes) or Dask workers.
        dask_address: Address of a running Dask scheduler; empty starts a cluster on this machine.
        max_delivery_bytes: Larger files are rejected unread.
        max_unpacked_bytes: Workbooks and archives that unpack to more are rejected.
        max_cells: Sheets with more cells, from A1 to the last filled one, are rejected.
        max_reading_seconds: A delivery that takes longer to read is rejected.
        max_worker_bytes: The most memory of a process that reads deliveries.
        prefect_home: Where Prefect keeps its state when no server is given.
    """

    model_config = SettingsConfigDict(env_prefix="EDUSANDBOX_", env_file=".env", extra="ignore")

    warehouse_url: str = "sqlite:///.edusandbox/warehouse.sqlite"
    inbox_url: str = "inbox"
    landing_url: str = ".edusandbox/landing"
    province_folder: Path = Field(default_factory=default_province_folder)
    runner: Runner = Runner.THREADS
    worker_count: int = Field(default=2, ge=1, le=256)
    dask_address: str = ""
    max_delivery_bytes: int = Field(default=MAX_DELIVERY_BYTES, ge=1, le=MAX_DELIVERY_BYTES)
    max_unpacked_bytes: int = Field(default=DEFAULT_LIMITS.unpacked_bytes, ge=1)
    max_cells: int = Field(default=DEFAULT_LIMITS.cells, ge=1)
    max_reading_seconds: int = Field(default=DEFAULT_LIMITS.seconds, ge=1)
    max_worker_bytes: int = Field(default=DEFAULT_LIMITS.memory_bytes, ge=300_000_000)
    prefect_home: Path = Path(".edusandbox/prefect")

    @property
    def limits(self) -> Limits:
        """The bounds of reading one delivery."""
        return Limits(
            delivery_bytes=self.max_delivery_bytes,
            unpacked_bytes=self.max_unpacked_bytes,
            cells=self.max_cells,
            seconds=self.max_reading_seconds,
            memory_bytes=self.max_worker_bytes,
        )
