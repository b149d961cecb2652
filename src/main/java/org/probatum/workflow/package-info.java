/** The engine: how it is set up, what models it admits, and how it stands for the process of a decision. */
@NullMarked
package org.probatum.workflow;

import org.jspecify.annotations.NullMarked;
