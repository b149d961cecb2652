package org.probatum.evidence.web;

/** How options are told apart in a picture: by a colour of the Okabe-Ito palette, and by a shape and a dash for whoever does not see colours. */
public final class Series {
    private static final int COUNT = 6;

    private Series() {}

    /** The class that gives an option its colour and dash. */
    public static String of(int series) {
        return "s" + series % COUNT;
    }

    /** The way around a circle, square, triangle, diamond, cross or bar. */
    static String shape(int series, double x, double y, double r) {
        return switch (series % COUNT) {
            case 0 ->
                "M" + (x - r) + " " + y + "a" + r + " " + r + " 0 1 0 " + 2 * r + " 0a" + r + " " + r + " 0 1 0 "
                        + -2 * r + " 0Z";
            case 1 -> "M" + (x - r) + " " + (y - r) + "h" + 2 * r + "v" + 2 * r + "h" + -2 * r + "Z";
            case 2 -> "M" + x + " " + (y - 1.2 * r) + "l" + 1.2 * r + " " + 2.2 * r + "h" + -2.4 * r + "Z";
            case 3 ->
                "M" + x + " " + (y - 1.4 * r) + "l" + 1.4 * r + " " + 1.4 * r + "l" + -1.4 * r + " " + 1.4 * r + "l"
                        + -1.4 * r + " " + -1.4 * r + "Z";
            case 4 ->
                "M" + (x - r) + " " + (y - r) + "l" + 2 * r + " " + 2 * r + "M" + (x - r) + " " + (y + r) + "l" + 2 * r
                        + " " + -2 * r;
            default -> "M" + (x - r / 2) + " " + (y - 1.3 * r) + "h" + r + "v" + 2.6 * r + "h" + -r + "Z";
        };
    }
}
