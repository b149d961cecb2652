/** Evidence over HTTP: runs and tracking plans, as pages and resources. */
@NullMarked
package org.probatum.evidence.web;

import org.jspecify.annotations.NullMarked;
