/** The command line: what teams and their pipelines ask of the service over HTTP, and what needs no service at all. */
@NullMarked
package org.probatum.cli;

import org.jspecify.annotations.NullMarked;
