"""The papers of a dossier, from proposal to certificate."""
