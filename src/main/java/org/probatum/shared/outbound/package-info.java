/** Requests that leave the service for addresses people typed: which are refused, and how the others are made. */
@NullMarked
package org.probatum.shared.outbound;

import org.jspecify.annotations.NullMarked;
