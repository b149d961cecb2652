/** The Merkle tree of the log, its tiles and its proofs: arithmetic on hashes that knows no database and no meaning of a leaf. */
@NullMarked
package org.probatum.log.tree;

import org.jspecify.annotations.NullMarked;
