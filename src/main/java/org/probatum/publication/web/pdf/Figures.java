package org.probatum.publication.web.pdf;

import java.util.Arrays;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Prepares pictures for paper: each gets the words that stand for it, and a size that fits the page. A picture too wide to be
 * read at that size is cut into strips that lie one under the other; they overlap, so that whatever is cut is whole in the
 * next.
 */
final class Figures {
    /** The room between the margins, in CSS pixels. */
    private static final double ROOM = 657;

    private static final double HIGHEST = 850;
    /** Smaller than this the lettering of a picture is too small to read. */
    private static final double LEAST_SCALE = 0.62;

    private static final double OVERLAP = 120;

    /** What pictures are drawn with. Whatever else stands in one could fetch or run something, and is taken out. */
    private static final Set<String> PARTS =
            Set.of("svg", "g", "title", "desc", "defs", "marker", "path", "line", "rect", "circle", "text", "tspan");

    private Figures() {}

    static void prepare(Document page) {
        for (Element svg : Manuscript.all(page, "svg")) {
            keepToDrawing(svg);
            double[] view = Arrays.stream(svg.getAttribute("viewBox").strip().split("\\s+"))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            String words = words(svg);
            int strips = strips(view[2]);
            double width = strips == 1 ? view[2] : (view[2] + OVERLAP * (strips - 1)) / strips;
            Node before = svg;
            for (int i = 0; i < strips; i++) {
                Element strip = i == 0 ? svg : (Element) svg.cloneNode(true);
                double left = view[0] + i * (width - OVERLAP);
                show(strip, left, view[1], width, view[3]);
                strip.setAttribute(
                        "alt",
                        strips == 1 ? words : words + " Strip " + (i + 1) + " of " + strips + ", left to right.");
                if (i > 0) {
                    before.getParentNode().insertBefore(strip, before.getNextSibling());
                }
                before = strip;
            }
        }
    }

    private static void keepToDrawing(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = attributes.getLength() - 1; i >= 0; i--) {
            String name = attributes.item(i).getNodeName();
            if (name.startsWith("on") || name.endsWith("href") || name.equals("style")) {
                element.removeAttribute(name);
            }
        }
        Node next;
        for (Node child = element.getFirstChild(); child != null; child = next) {
            next = child.getNextSibling();
            if (child instanceof Element part && PARTS.contains(part.getTagName())) {
                keepToDrawing(part);
            } else if (child.getNodeType() != Node.TEXT_NODE) {
                element.removeChild(child);
            }
        }
    }

    private static int strips(double width) {
        double widest = ROOM / LEAST_SCALE;
        return width <= widest ? 1 : (int) Math.ceil((width - OVERLAP) / (widest - OVERLAP));
    }

    private static void show(Element svg, double x, double y, double width, double height) {
        double scale = Math.min(1, Math.min(ROOM / width, HIGHEST / height));
        svg.setAttribute(
                "viewBox", Math.round(x) + " " + Math.round(y) + " " + Math.round(width) + " " + Math.round(height));
        svg.removeAttribute("width");
        svg.removeAttribute("height");
        svg.setAttribute(
                "style",
                "width: " + Math.round(width * scale) + "px; height: " + Math.round(height * scale)
                        + "px; margin: 3pt 0; page-break-inside: avoid");
    }

    /** Its title and its description, as two sentences. */
    private static String words(Element svg) {
        StringBuilder words = new StringBuilder();
        for (Node child = svg.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeName().equals("title") || child.getNodeName().equals("desc")) {
                String said = Manuscript.words(child);
                words.append(words.isEmpty() ? "" : " ").append(said).append(said.endsWith(".") ? "" : ".");
            }
        }
        return words.toString();
    }
}
