/** People, their teams and competences, how they show who they are, and who may do what. */
@NullMarked
package org.probatum.people;

import org.jspecify.annotations.NullMarked;
