"""Lists taken into the register: read, matched, written, told; no sentence is made here."""
