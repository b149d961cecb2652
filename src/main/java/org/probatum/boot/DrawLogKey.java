package org.probatum.boot;

import java.util.regex.Pattern;
import org.probatum.log.note.NoteSigner;

/** The one thing that is asked for on the command line: a new key that signs a log. Nothing is started for it. */
final class DrawLogKey {
    private static final int USAGE = 2;
    private static final Pattern NAME = Pattern.compile("[^\\s+]{1,200}");

    private DrawLogKey() {}

    /** Prints the private key, and the public one beside it where only people look; the exit status. */
    static int run(String... args) {
        if (args.length != 2
                || !args[0].equals("log-key")
                || !NAME.matcher(args[1]).matches()) {
            System.err.println(
                    "Without words the service starts. With \"log-key <name>\" a new key of a log is drawn; its name, such as"
                            + " probatum.example.org/log, has no spaces and no plus sign.");
            return USAGE;
        }
        NoteSigner drawn = NoteSigner.generate(args[1]);
        System.out.println(drawn.privateKey());
        System.err.println("Its public key: " + drawn.key().text());
        return 0;
    }
}
