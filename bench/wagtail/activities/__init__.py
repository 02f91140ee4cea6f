"""Activities as a Wagtail site would have them."""
