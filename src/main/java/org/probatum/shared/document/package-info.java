/** Documents that people and programs send: read strictly, checked against a schema, every fault with its place and cure. */
@NullMarked
package org.probatum.shared.document;

import org.jspecify.annotations.NullMarked;
