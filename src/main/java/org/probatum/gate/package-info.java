/** Gates: what each requires, what is met and why not, who reviews, and what a vote does. */
@NullMarked
package org.probatum.gate;

import org.jspecify.annotations.NullMarked;
