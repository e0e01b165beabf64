"""The past: marts as they were, versions beside each other, cells behind figures."""
