/** Tells people and programs what happened, after it happened: at least once, whatever breaks in between. */
@org.jspecify.annotations.NullMarked
package org.probatum.notification;
