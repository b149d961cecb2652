/** The decision tables as versions: read, checked, compared, put in force, and tried out on past decisions. */
@NullMarked
package org.probatum.policy;

import org.jspecify.annotations.NullMarked;
