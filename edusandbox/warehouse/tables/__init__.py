"""Tables: how they are defined, by hand and from Fact models."""
