"""Pure arithmetic of time and quantity."""
