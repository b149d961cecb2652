package org.probatum.evidence.tracker;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Writes into trackers what became of their runs. A note is written again until it is there, which changes nothing twice. */
@ApplicationScoped
class WriteNotes {
    private static final int AT_ONCE = 50;

    private final TrackerNotes notes;
    private final Trackers trackers;
    private final TrackerReaders readers;

    WriteNotes(TrackerNotes notes, Trackers trackers, TrackerReaders readers) {
        this.notes = notes;
        this.trackers = trackers;
        this.readers = readers;
    }

    /** Writes what is due; a tracker that is down is asked once. */
    void round(BooleanSupplier wanted) {
        Map<Long, String> down = new HashMap<>();
        List<TrackerNotes.Note> due = notes.take(AT_ONCE);
        for (TrackerNotes.Note note : due) {
            if (!wanted.getAsBoolean()) {
                return;
            }
            String fault = down.get(note.tracker());
            if (fault != null) {
                notes.failed(note, fault, false);
            } else {
                write(note, down);
            }
        }
    }

    private void write(TrackerNotes.Note note, Map<Long, String> down) {
        Optional<Target> at = trackers.target(note.tracker());
        if (at.isEmpty()) {
            notes.failed(note, "the tracker was removed", true);
            return;
        }
        try {
            readers.of(at.get()).tag(at.get(), note.run(), note.tags());
            notes.written(note);
        } catch (TrackerFault fault) {
            if (fault.isOfWholeTracker()) {
                down.put(note.tracker(), fault.words());
            }
            notes.failed(note, fault.words(), fault.kind() == TrackerFault.Kind.GONE);
        }
    }
}
