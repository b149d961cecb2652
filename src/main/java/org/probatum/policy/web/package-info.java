/** The tables as pages and for programs: read, compare, upload, try out, put in force. */
@NullMarked
package org.probatum.policy.web;

import org.jspecify.annotations.NullMarked;
