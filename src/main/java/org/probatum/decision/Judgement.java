package org.probatum.decision;

import java.util.Map;

/** What a decision table was asked and what it answered, and which version of it that was; kept with the event it led to. */
public record Judgement(String table, int version, Map<String, String> inputs, Map<String, String> outputs) {}
