"""Item models of the views, and the one module that knows the drag format."""
