"""From bytes to the model, with the place of every value and every problem told at once."""
