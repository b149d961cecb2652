package org.probatum.rerun.workspace;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import org.probatum.rerun.Limits;
import org.probatum.rerun.Outcome;
import org.probatum.rerun.Workspace;

/**
 * Reads the output folder of a rerun that ended. Whatever lies there was put there by a stranger's program: links are not
 * followed, only files are opened, and there is an end to how many, how deep and how large.
 */
@ApplicationScoped
public class CollectOutcome {
    /** What was measured and written; a folder that is not as the contract has it says so in the outcome's trouble. */
    public Outcome collect(Workspace workspace, Limits limits) throws IOException {
        OutputFolder folder = new OutputFolder(limits.outputBytes());
        if (!Files.isDirectory(workspace.out(), LinkOption.NOFOLLOW_LINKS)) {
            folder.trouble("the output folder is gone");
        } else {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(workspace.out())) {
                if (!(stream instanceof SecureDirectoryStream<Path> out)) {
                    throw new IOException("this system has no folders that are entered by their handles");
                }
                folder.read(out, "", 0);
            }
        }
        return folder.outcome();
    }
}
