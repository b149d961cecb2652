/** Requests that leave the service for addresses people typed: which are refused, and how the others are made. */
@org.jspecify.annotations.NullMarked
package org.probatum.shared.outbound;
