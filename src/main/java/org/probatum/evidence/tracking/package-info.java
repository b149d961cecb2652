/** What runs have to record, field by field, and how it is captured: the one source of schemas, logging plans and completeness reports. */
@NullMarked
package org.probatum.evidence.tracking;

import org.jspecify.annotations.NullMarked;
