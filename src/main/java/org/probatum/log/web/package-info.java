/** The log's addresses. */
@NullMarked
package org.probatum.log.web;

import org.jspecify.annotations.NullMarked;
