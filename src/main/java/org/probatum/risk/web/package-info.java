/** Risks over HTTP: acceptances, as pages and resources. */
@NullMarked
package org.probatum.risk.web;

import org.jspecify.annotations.NullMarked;
