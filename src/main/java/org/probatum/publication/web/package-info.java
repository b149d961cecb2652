/** The decision log and its records over HTTP: pages for reading, and the record in every format. */
@NullMarked
package org.probatum.publication.web;

import org.jspecify.annotations.NullMarked;
