"""The page: a draft as an official paper looks, edited in place."""
