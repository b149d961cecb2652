/** Measures whole lifecycles over HTTP against what the same database can commit by itself. */
@NullMarked
package org.probatum.bench;

import org.jspecify.annotations.NullMarked;
