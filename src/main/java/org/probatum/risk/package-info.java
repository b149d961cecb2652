/** How grave a risk is, and an owner's acceptance of what is left of it. */
@NullMarked
package org.probatum.risk;

import org.jspecify.annotations.NullMarked;
