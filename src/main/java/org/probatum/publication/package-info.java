/** What is published: the record, its renderings, the decision log. */
@NullMarked
package org.probatum.publication;

import org.jspecify.annotations.NullMarked;
