/** Signing in and out, teams, people and tokens, as pages and resources. */
@NullMarked
package org.probatum.people.web;

import org.jspecify.annotations.NullMarked;
