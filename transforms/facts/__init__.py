"""From the Sheet frame to facts."""
