/** What decisions rest on, by way of their claims and runs; who rests on one thing; and calling such a thing back. */
@NullMarked
package org.probatum.evidence.lineage;

import org.jspecify.annotations.NullMarked;
