package org.probatum.shared.document;

import java.util.ArrayList;
import java.util.List;

/** RFC 6901 JSON pointers, as text and as their segments. */
final class Pointer {
    private Pointer() {}

    static String append(String pointer, String segment) {
        return pointer + "/" + segment.replace("~", "~0").replace("/", "~1");
    }

    static List<String> segments(String pointer) {
        List<String> segments = new ArrayList<>();
        int from = 1;
        while (from <= pointer.length()) {
            int slash = pointer.indexOf('/', from);
            int to = slash < 0 ? pointer.length() : slash;
            segments.add(pointer.substring(from, to).replace("~1", "/").replace("~0", "~"));
            from = to + 1;
        }
        return segments;
    }
}
