package org.probatum.notification;

/** What a person chooses ways of being told for. */
public enum Kind {
    REVIEW("A gate waits for me", "A gate opened for your slot, you are reminded of it, or your review is outdated"),
    OUTCOME("My decision moved", "It was sent back, passed a gate, was rejected, waived or published"),
    RISK("A risk needs me", "A risk is above tolerance, or an escalation reached you"),
    OVERDUE("Something is due or late", "A gate of a team you lead is overdue, or what you are accountable for is due");

    private final String title;
    private final String help;

    Kind(String title, String help) {
        this.title = title;
        this.help = help;
    }

    public String title() {
        return title;
    }

    public String help() {
        return help;
    }
}
