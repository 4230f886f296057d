"""Between the window and what runs outside it: the engine, imports, writing in the background."""
