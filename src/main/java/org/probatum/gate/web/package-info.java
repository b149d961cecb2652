/** Gates over HTTP: reports, submissions and votes, as pages and resources. */
@NullMarked
package org.probatum.gate.web;

import org.jspecify.annotations.NullMarked;
