package org.probatum.rerun;

/** An executor did not do what it was asked; in the words of whoever has to mend it. */
public final class ExecutorFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean passing;

    /**
     * @param passing asking again later may do
     */
    public ExecutorFault(String words, boolean passing) {
        super(words);
        this.passing = passing;
    }

    public String words() {
        return String.valueOf(getMessage());
    }

    public boolean isPassing() {
        return passing;
    }
}
