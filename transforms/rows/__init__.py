"""Rows and columns under a heading: what each is, and the Sheet frame made of them."""
