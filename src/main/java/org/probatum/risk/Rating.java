package org.probatum.risk;

/**
 * A risk's level and points. Points are the rank of its likelihood times the rank of its impact, each from 1 to 5 (the usual
 * five by five matrix); up to 4 is low, up to 9 medium, up to 14 high, beyond is critical.
 */
public record Rating(Level level, int points) {}
