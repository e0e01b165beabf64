"""Commands of `edusandbox` that have a module of their own; `edusandbox.cli` puts them together."""
