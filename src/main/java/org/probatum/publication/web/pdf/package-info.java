/** Pages set as PDF: tagged, with everything in them that is needed to read them, and nothing fetched while they are set. */
@NullMarked
package org.probatum.publication.web.pdf;

import org.jspecify.annotations.NullMarked;
