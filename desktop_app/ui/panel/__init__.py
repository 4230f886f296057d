"""The side panel: phrases, search, templates and favourites beside the page."""
