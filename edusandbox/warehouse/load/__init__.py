"""Loading: what is written, and what is asked before it is."""
