/** The log that proves itself: what happened becomes leaves of a tree whose root is signed. Knows nothing of decisions. */
@NullMarked
package org.probatum.log;

import org.jspecify.annotations.NullMarked;
