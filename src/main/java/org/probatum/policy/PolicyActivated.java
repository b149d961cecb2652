package org.probatum.policy;

/** Another version of a table is in force, once the transaction commits. */
public record PolicyActivated(Table table, int number) {}
