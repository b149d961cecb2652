package org.probatum.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An element of an XML document: where it stands, its attributes, what is in it. */
final class XmlPart {
    final String space;
    final String name;
    final int line;
    final Map<String, String> attributes = new LinkedHashMap<>();
    final List<XmlPart> parts = new ArrayList<>();
    final StringBuilder text = new StringBuilder();

    XmlPart(String space, String name, int line) {
        this.space = space;
        this.name = name;
        this.line = line;
    }

    String attribute(String key) {
        return attributes.getOrDefault(key, "");
    }

    List<XmlPart> parts(String called) {
        return parts.stream().filter(part -> part.name.equals(called)).toList();
    }

    Optional<XmlPart> part(String called) {
        return parts.stream().filter(part -> part.name.equals(called)).findFirst();
    }

    /** The text of the part that is called {@code text}. */
    Cell cell() {
        return part("text")
                .map(part -> new Cell(part.text.toString(), part.line))
                .orElse(new Cell("", line));
    }
}
