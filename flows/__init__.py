"""The Prefect flows: thin, and the only room that imports Prefect."""
