package org.probatum.evidence.comparison;

/** An interval, in the unit of what it is an interval of. */
public record Band(double low, double high) {
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
