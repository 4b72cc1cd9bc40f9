// Test data.
