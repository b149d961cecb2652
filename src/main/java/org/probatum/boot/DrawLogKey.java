package org.probatum.boot;

import org.probatum.log.note.NoteSigner;

/** The one thing that is asked for on the command line: a new key that signs a log. Nothing is started for it. */
final class DrawLogKey {
    private static final int USAGE = 2;

    private DrawLogKey() {}

    /** Prints the private key, and the public one beside it where only people look; the exit status. */
    static int run(String... args) {
        if (args.length == 2 && args[0].equals("log-key")) {
            try {
                NoteSigner drawn = NoteSigner.generate(args[1]);
                System.out.println(drawn.privateKey());
                System.err.println("Its public key: " + drawn.key().text());
                return 0;
            } catch (IllegalArgumentException noName) {
                System.err.println(noName.getMessage());
            }
        }
        System.err.println(
                "Without words the service starts. With \"log-key <name>\" a new key of a log is drawn; its name, such as"
                        + " probatum.example.org/log, has no spaces and no plus sign.");
        return USAGE;
    }
}
