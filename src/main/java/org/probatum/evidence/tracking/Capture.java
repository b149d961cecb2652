package org.probatum.evidence.tracking;

/** Lines that capture a field: in a Python training script, in a shell, and as MLflow keeps it. */
public record Capture(String python, String shell, String mlflow) {}
