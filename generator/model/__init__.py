"""The vocabulary: frozen values with the names that the trade uses."""
