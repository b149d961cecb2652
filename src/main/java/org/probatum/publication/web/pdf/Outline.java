package org.probatum.publication.web.pdf;

import java.util.ArrayDeque;
import java.util.Deque;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Makes the outline of a document from its headings, so that a reader can go to each. */
final class Outline {
    private static final int DEEPEST = 3;

    private Outline() {}

    static void write(Document page) {
        Element outline = page.createElementNS(Manuscript.XHTML, "bookmarks");
        Deque<Element> above = new ArrayDeque<>();
        int count = 0;
        for (Element element : Manuscript.all(page, "*")) {
            int level = level(element);
            if (level == 0) {
                continue;
            }
            String id = "heading-" + ++count;
            element.setAttribute("id", id);
            Element mark = page.createElementNS(Manuscript.XHTML, "bookmark");
            mark.setAttribute("name", Manuscript.words(element));
            mark.setAttribute("href", "#" + id);
            mark.setAttribute("level", String.valueOf(level));
            while (!above.isEmpty() && level(above.peek()) >= level) {
                above.pop();
            }
            Node parent = above.isEmpty() ? outline : above.peek();
            parent.appendChild(mark);
            above.push(mark);
        }
        Manuscript.all(page, "head")[0].appendChild(outline);
    }

    /** 1 for h1 and for the mark of one; 0 for what is no heading, or one too deep for an outline. */
    private static int level(Element element) {
        String written = element.hasAttribute("level") ? "h" + element.getAttribute("level") : element.getTagName();
        int level = written.matches("h[1-6]") ? written.charAt(1) - '0' : 0;
        return level > DEEPEST ? 0 : level;
    }
}
