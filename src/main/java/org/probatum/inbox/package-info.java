/** What waits for whom: rows kept in the transaction that changes them, so that nothing waits unseen. */
@NullMarked
package org.probatum.inbox;

import org.jspecify.annotations.NullMarked;
