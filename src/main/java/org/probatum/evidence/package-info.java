/** Runs as evidence: their manifests, how complete those are, and what a decision asks every run to record. */
@NullMarked
package org.probatum.evidence;

import org.jspecify.annotations.NullMarked;
