"""The forms, one package each; a package's `FORM` is all that the rest of the program knows of it."""
