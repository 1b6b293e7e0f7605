"""From proposals to an award: dossiers, votes, certificates, as they are written."""
