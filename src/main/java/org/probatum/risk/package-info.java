/** How grave a risk is, an owner's acceptance of what is left of it, what is owed until a day, and escalations of what is not kept. */
@NullMarked
package org.probatum.risk;

import org.jspecify.annotations.NullMarked;
