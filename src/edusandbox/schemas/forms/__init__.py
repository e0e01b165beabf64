"""The forms, one module each; a module's `FORM` is all that the rest of the program knows of it."""
