"""Marts and statements: views, their contract, and the questions that the program asks."""
