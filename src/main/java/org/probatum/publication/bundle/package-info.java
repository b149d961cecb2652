/** What proves a record to somebody who does not trust the service, and what checks it: nothing here needs a service. */
@NullMarked
package org.probatum.publication.bundle;

import org.jspecify.annotations.NullMarked;
