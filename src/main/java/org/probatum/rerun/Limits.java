package org.probatum.rerun;

import java.time.Duration;

/** What a rerun may take at most: wall time, cores, memory and output in bytes, processes at once. */
public record Limits(Duration time, int cpus, long memoryBytes, long outputBytes, int processes) {}
