"""The sentences in Vietnamese, one module per area."""
