/** The ways there are to tell somebody, one class each. */
@org.jspecify.annotations.NullMarked
package org.probatum.notification.channel;
