"""Layouts: how the tables of each form have been headed, and what headings may say."""
