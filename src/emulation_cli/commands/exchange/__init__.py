"""What leaves a register, what comes from another, and Word files of the office."""
