"""Files from outside, checked to be what they say."""
