/** The whole log with its records as one archive that outlives the service, and what checks it: nothing here needs a service. */
@NullMarked
package org.probatum.publication.export;

import org.jspecify.annotations.NullMarked;
