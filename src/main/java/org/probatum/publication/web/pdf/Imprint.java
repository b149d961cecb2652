package org.probatum.publication.web.pdf;

import java.time.Instant;

/**
 * What a PDF says of itself beside its pages. The same imprint and the same pages give the same bytes.
 *
 * @param at when it counts as made: of a record, when it was published or last said whether it holds
 * @param digest of what it renders, as {@code sha256:<hex>}; its identity is taken from that
 */
public record Imprint(Instant at, String digest) {}
