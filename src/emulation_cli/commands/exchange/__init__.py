"""What leaves a register and what comes from another."""
