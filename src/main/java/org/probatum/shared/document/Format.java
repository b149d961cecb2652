package org.probatum.shared.document;

/** How a document is written down. */
public enum Format {
    JSON,
    YAML
}
