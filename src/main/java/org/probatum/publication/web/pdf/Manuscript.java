package org.probatum.publication.web.pdf;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads a page that is to be set. It is plain XML: no document type, no entities, no place to fetch anything from. */
final class Manuscript {
    static final String XHTML = "http://www.w3.org/1999/xhtml";

    private Manuscript() {}

    /** The page as a tree; what XML has no place for, such as control characters, is replaced by U+FFFD. */
    static Document read(String xhtml) {
        try {
            // The platform's own, whatever parsers the libraries bring: its features are known.
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(clean(xhtml))));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("A page to be set as PDF is no XML", e);
        }
    }

    /** Every element of a name, in the order of the page; the list does not change as the page does. */
    static Element[] all(Document page, String name) {
        NodeList found = page.getElementsByTagName(name);
        Element[] elements = new Element[found.getLength()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = (Element) found.item(i);
        }
        return elements;
    }

    /** The words of an element on one line. */
    static String words(Node node) {
        return node.getTextContent().replaceAll("\\s+", " ").strip();
    }

    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> clean.appendCodePoint(isXml(point) ? point : 0xFFFD));
        return clean.toString();
    }

    private static boolean isXml(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || point >= 0x20 && point <= 0xD7FF
                || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000;
    }
}
