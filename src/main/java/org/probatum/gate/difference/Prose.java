package org.probatum.gate.difference;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.probatum.gate.difference.Change.Mark;
import org.probatum.gate.difference.Change.Stretch;

/** Two versions of a text laid over each other, word by word. */
final class Prose {
    private static final Pattern WORD = Pattern.compile("\\S+\\s*|\\s+");

    private Prose() {}

    /** Both texts in one, marked; empty when one of them is a single word and marking would say no more than both do. */
    static List<Mark> marks(String before, String after) {
        List<String> was = words(before);
        List<String> is = words(after);
        if (was.size() < 2 || is.size() < 2) {
            return List.of();
        }
        List<Mark> marks = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(was, is, true).getDeltas()) {
            if (delta.getType() == DeltaType.EQUAL) {
                add(marks, Stretch.SAME, delta.getSource().getLines());
            } else {
                add(marks, Stretch.REMOVED, delta.getSource().getLines());
                add(marks, Stretch.ADDED, delta.getTarget().getLines());
            }
        }
        return marks;
    }

    private static void add(List<Mark> marks, Stretch is, List<String> words) {
        if (!words.isEmpty()) {
            marks.add(new Mark(is, String.join("", words)));
        }
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }
}
