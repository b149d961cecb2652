package org.probatum.workflow;

/** The text of a picture while it is drawn. Parts are put as they are: names and other people's words go through Lettering. */
final class Svg {
    private final StringBuilder text = new StringBuilder(32_768);

    void put(Object... parts) {
        for (Object part : parts) text.append(part);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
