package org.probatum.decision.material;

/** What part of a machine-learning system a decision shapes. */
public enum Category {
    MODEL,
    DATA,
    FEATURES,
    TRAINING,
    EVALUATION,
    SERVING
}
