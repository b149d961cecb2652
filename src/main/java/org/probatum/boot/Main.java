package org.probatum.boot;

import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import org.probatum.cli.Program;

/** Where the process begins: with words it is the command line, without any the service. */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String... words) {
        // Nothing of the service is touched before this is known, not even its log: commands are over in a moment.
        if (words.length == 0) {
            Launch.start();
            return;
        }
        System.exit(Program.run(
                words,
                System.getenv(),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err)));
    }
}
