"""The register of exemplars and skilful mass-mobilisation models of one Vietnamese office."""

__version__ = "0.1.0"
