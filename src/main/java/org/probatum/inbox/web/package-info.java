/** The inbox over HTTP, as a page and a resource, and what every page says of it. */
@NullMarked
package org.probatum.inbox.web;

import org.jspecify.annotations.NullMarked;
