/** Reruns over HTTP: as pages and resources. */
@NullMarked
package org.probatum.rerun.web;

import org.jspecify.annotations.NullMarked;
