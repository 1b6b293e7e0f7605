"""The register of exemplars and skilful mass-mobilisation models of one Vietnamese office."""

__version__ = "1.0.0"
