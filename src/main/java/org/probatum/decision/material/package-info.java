/** What a decision is made of: plain values as they are filed, shown, digested and published. */
@NullMarked
package org.probatum.decision.material;

import org.jspecify.annotations.NullMarked;
