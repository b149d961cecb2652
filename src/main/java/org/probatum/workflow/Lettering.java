package org.probatum.workflow;

import java.util.ArrayList;
import java.util.List;

/** Writes text into the picture: escaped for XML and broken into lines that fit. */
final class Lettering {
    static final int LINE_HEIGHT = 14;
    /** The mean width of a letter at the size that process.css sets, with a little to spare. */
    private static final double LETTER_WIDTH = 6.4;

    private Lettering() {}

    /** Lines centred in the box, both ways. */
    static void centred(Svg svg, String text, Box box, int room) {
        List<String> lines = wrapped(text, room);
        int first = box.centreY() - (lines.size() - 1) * LINE_HEIGHT / 2 + 4;
        write(svg, lines, "pp-name", box.centreX(), first);
    }

    /** Lines centred under the box's top edge. */
    static void label(Svg svg, String text, Box box) {
        write(svg, wrapped(text, box.width()), "pp-label", box.centreX(), box.y() + 11);
    }

    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isXml(letter) ? letter : '\uFFFD');
            }
        });
        return safe.toString();
    }

    private static boolean isXml(int letter) {
        boolean control = letter < 0x20 && letter != '\t' && letter != '\n' && letter != '\r';
        boolean loneSurrogate = letter >= 0xD800 && letter <= 0xDFFF;
        return !control && !loneSurrogate && letter != 0xFFFE && letter != 0xFFFF;
    }

    static List<String> wrapped(String text, int room) {
        int letters = Math.max(1, (int) (room / LETTER_WIDTH));
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > letters) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static void write(Svg svg, List<String> lines, String cssClass, int x, int firstBaseline) {
        svg.put("<text class=\"", cssClass, "\" text-anchor=\"middle\">");
        int y = firstBaseline;
        for (String line : lines) {
            svg.put("<tspan x=\"", x, "\" y=\"", y, "\">", escaped(line), "</tspan>");
            y += LINE_HEIGHT;
        }
        svg.put("</text>");
    }
}
