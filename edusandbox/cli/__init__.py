"""The command line: `main` puts the commands together, larger ones have a module of their own."""
