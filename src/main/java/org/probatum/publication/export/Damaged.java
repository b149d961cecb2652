package org.probatum.publication.export;

/** An archive that cannot be read on from here; what does not fit, and in which file. */
final class Damaged extends Exception {
    private static final long serialVersionUID = 1;

    private final String file;

    Damaged(String file, String why) {
        super(why);
        this.file = file;
    }

    String file() {
        return file;
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
