/** What at least three features use: problems, digests, canonical JSON, documents read strictly, the clock. */
@NullMarked
package org.probatum.shared;

import org.jspecify.annotations.NullMarked;
