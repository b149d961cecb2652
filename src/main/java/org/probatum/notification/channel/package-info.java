/** The ways there are to tell somebody, one class each. */
@NullMarked
package org.probatum.notification.channel;

import org.jspecify.annotations.NullMarked;
