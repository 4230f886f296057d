"""Everything the assistant knows about papers: no window, no thread, no global state."""
