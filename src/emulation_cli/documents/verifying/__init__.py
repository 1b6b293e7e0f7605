"""A report that somebody wrote, held against the register: by what its words mean."""
