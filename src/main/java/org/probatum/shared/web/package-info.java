/** What every page and resource shares: how input is read, how problems are answered, how a request is answered once. */
@NullMarked
package org.probatum.shared.web;

import org.jspecify.annotations.NullMarked;
