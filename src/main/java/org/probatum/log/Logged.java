package org.probatum.log;

/** Something was written that the log takes in; fired in its transaction, for whoever sequences to be woken by its commit. */
public record Logged() {}
