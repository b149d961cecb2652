package org.probatum.rerun.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ProgressMonitor;
import org.eclipse.jgit.transport.PackParser;

/** A bare repository to fetch into, which takes no object that unpacks to more than a limit: a small pack can hold a large one. */
final class CappedRepository extends FileRepository {
    private final long most;

    CappedRepository(Path folder, long most) throws IOException {
        super(folder.toFile());
        this.most = most;
    }

    /** It is read once and removed. */
    @Override
    public void autoGC(ProgressMonitor monitor) {}

    @Override
    public ObjectInserter newObjectInserter() {
        ObjectInserter plain = super.newObjectInserter();
        return new ObjectInserter.Filter() {
            @Override
            protected ObjectInserter delegate() {
                return plain;
            }

            @Override
            public PackParser newPackParser(InputStream in) throws IOException {
                PackParser parser = plain.newPackParser(in);
                parser.setMaxObjectSizeLimit(most);
                return parser;
            }
        };
    }
}
