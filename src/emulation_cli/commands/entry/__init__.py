"""What a clerk enters: records, marks, successions, terms, dossiers."""
