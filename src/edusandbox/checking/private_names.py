"""What is said of personal data in the name of a file or of its folder."""

from edusandbox.issues import Finding
from edusandbox.submissions import Delivery


def name_findings(delivery: Delivery) -> list[Finding]:
    """PR006 where the path held personal data; it was masked at the door and is quoted nowhere."""
    kind = delivery.personal_name_kind
    return [] if kind is None else [Finding("PR006", params={"kind": kind})]
