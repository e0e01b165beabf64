"""Which period figures are about."""
