package org.probatum.evidence.web;

/** A picture being drawn. Looks come from classes in comparison.css; every text is escaped here. */
public final class Svg {
    private static final int LABEL = 26;

    private final StringBuilder drawn = new StringBuilder();

    /** A picture of a size, with a title and a description for those who do not see it. */
    public Svg(String id, String look, int width, int height, String title, String description) {
        put("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"", look, "\" role=\"img\" viewBox=\"0 0 ", width, " ");
        put(height, "\" aria-labelledby=\"", id, "-title ", id, "-desc\"><title id=\"", id, "-title\">");
        put(escaped(title), "</title><desc id=\"", id, "-desc\">", escaped(description), "</desc>\n");
    }

    public Svg line(String look, double x1, double y1, double x2, double y2) {
        put("<line class=\"", look, "\" x1=\"", x1, "\" y1=\"", y1, "\" x2=\"", x2, "\" y2=\"", y2, "\"/>\n");
        return this;
    }

    public Svg rect(String look, double x, double y, double width, double height) {
        put("<rect class=\"", look, "\" x=\"", x, "\" y=\"", y, "\" width=\"", width, "\" height=\"", height);
        put("\"/>\n");
        return this;
    }

    /** Anchor is start, middle or end. */
    public Svg text(String look, String anchor, double x, double y, String words) {
        put("<text class=\"", look, "\" text-anchor=\"", anchor, "\" x=\"", x, "\" y=\"", y, "\">");
        put(escaped(words), "</text>\n");
        return this;
    }

    public Svg path(String look, String way) {
        put("<path class=\"", look, "\" d=\"", way, "\"/>\n");
        return this;
    }

    /** One run: its shape tells the option as its colour does, and its name shows when pointed at. */
    public Svg point(int series, String look, double x, double y, double size, String title) {
        put("<path class=\"", look, " ", Series.of(series), "\" d=\"", Series.shape(series, x, y, size), "\"><title>");
        put(escaped(title), "</title></path>\n");
        return this;
    }

    public String done() {
        return drawn.append("</svg>").toString();
    }

    /** A label cut where it would run into the picture. */
    public static String label(String words) {
        return words.length() <= LABEL ? words : words.substring(0, LABEL - 1) + "…";
    }

    private void put(Object... parts) {
        for (Object part : parts) {
            drawn.append(part);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
