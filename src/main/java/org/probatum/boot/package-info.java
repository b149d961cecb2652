/** How the service starts: its database when none is given, the demo, the first administrator. */
@NullMarked
package org.probatum.boot;

import org.jspecify.annotations.NullMarked;
