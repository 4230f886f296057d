"""From the caret's surroundings to ranked wording of the library."""
