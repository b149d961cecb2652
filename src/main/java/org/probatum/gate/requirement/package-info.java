/** What the gates require, one class each. */
@NullMarked
package org.probatum.gate.requirement;

import org.jspecify.annotations.NullMarked;
