/** Whether runs can be repeated: decisive runs are run again from their manifests alone, and judged against what was recorded. */
@NullMarked
package org.probatum.rerun;

import org.jspecify.annotations.NullMarked;
