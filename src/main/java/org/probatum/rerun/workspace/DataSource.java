package org.probatum.rerun.workspace;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Where one dataset is read from. */
interface DataSource {
    /**
     * Words that stay the same as long as the source says that its content does; null when it cannot tell. They only decide
     * whether a copy that was verified before is verified again instead of fetched again.
     */
    @Nullable
    String state() throws Halt, IOException;

    /** Copies all of it, at most so many bytes. */
    void copyTo(OutputStream into, long most) throws Halt, IOException;
}
