"""Personal data: found, and taken out."""
