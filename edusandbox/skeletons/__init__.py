"""The skeleton of a form: templates of its files, what may stand in them, and writing them into a checkout.

`templates/` mirrors the checkout; `CODE`, `LIST` and `VERSION` in a path and `$code` in a text are filled in.
"""
