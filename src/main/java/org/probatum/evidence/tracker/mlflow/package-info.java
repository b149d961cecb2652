/** MLflow as a tracker: its REST API 2.0, and the folder it keeps runs in. */
@NullMarked
package org.probatum.evidence.tracker.mlflow;

import org.jspecify.annotations.NullMarked;
