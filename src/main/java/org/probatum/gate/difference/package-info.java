/** What was changed between two readings of a decision, place by place, in the words of its pages. */
@NullMarked
package org.probatum.gate.difference;

import org.jspecify.annotations.NullMarked;
