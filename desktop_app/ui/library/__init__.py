"""资料库: the window in which the papers of the library are looked through and put right."""
