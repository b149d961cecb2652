/** What the process models name: each step reads the decision's id and calls one action. */
@NullMarked
package org.probatum.workflow.step;

import org.jspecify.annotations.NullMarked;
