"""What goes wrong between an agency's folder and a Grid."""

from schemas.issues import Finding


class UnreadableDeliveryError(Exception):
    """A delivery's bytes cannot be read as tables.

    Attributes:
        finding: The reason, for the sender: a rule `FI0..` with its params.
    """

    def __init__(self, finding: Finding) -> None:
        """Keeps the finding.

        Args:
            finding: Why the file cannot be read.
        """
        super().__init__(finding)
        self.finding = finding

    def __str__(self) -> str:
        """The code with its params, for logs."""
        details = ", ".join(f"{name}={value}" for name, value in self.finding.params.items())
        return f"{self.finding.code} ({details})" if details else self.finding.code


class LandingError(Exception):
    """The landing store cannot give back bytes that it was asked for.

    Attributes:
        sha256: The digest that was asked for.
    """

    def __init__(self, sha256: str) -> None:
        """Keeps the digest.

        Args:
            sha256: The digest that was asked for.
        """
        super().__init__(sha256)
        self.sha256 = sha256


class MissingBytesError(LandingError):
    """Nothing with this digest was ever landed, or somebody took it away."""

    def __str__(self) -> str:
        """What is missing."""
        return f"the landing store holds no delivery {self.sha256}"


class DamagedBytesError(LandingError):
    """What is stored under this digest has another one: the storage changed or lost bytes."""

    def __str__(self) -> str:
        """What is damaged."""
        return f"delivery {self.sha256} is damaged in the landing store; fetch it from the agency again"
