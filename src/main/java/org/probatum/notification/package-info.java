/** Tells people and programs what happened, after it happened: at least once, whatever breaks in between. */
@NullMarked
package org.probatum.notification;

import org.jspecify.annotations.NullMarked;
