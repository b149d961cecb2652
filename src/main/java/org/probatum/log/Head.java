package org.probatum.log;

import java.time.Instant;
import org.probatum.log.tree.Hash;

/**
 * The log as it was signed.
 *
 * @param size how many leaves
 * @param note the signed checkpoint, as it is served
 */
public record Head(long size, Hash root, String note, Instant at) {}
