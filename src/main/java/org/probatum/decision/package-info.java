/** A decision, the stages it goes through, what may be done to it in each, and every event of its life. */
@NullMarked
package org.probatum.decision;

import org.jspecify.annotations.NullMarked;
