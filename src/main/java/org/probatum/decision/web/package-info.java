/** Decisions over HTTP: filing, material, history, as pages and resources. */
@NullMarked
package org.probatum.decision.web;

import org.jspecify.annotations.NullMarked;
