/** Reruns and what is said of them, for people and for programs. */
@NullMarked
package org.probatum.rerun.web;

import org.jspecify.annotations.NullMarked;
