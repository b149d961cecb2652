/** Signed notes: how a log says what it holds, how others say that they saw it, and how both are checked without asking anybody. */
@NullMarked
package org.probatum.log.note;

import org.jspecify.annotations.NullMarked;
