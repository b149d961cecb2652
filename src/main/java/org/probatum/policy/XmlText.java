package org.probatum.policy;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads XML that strangers wrote: no document type, nothing from outside, nothing deep, nothing large. */
final class XmlText {
    private static final int DEEPEST = 24;
    private static final XMLInputFactory FACTORY = factory();

    /** It cannot be read: why, what would be right, and on which line. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        final String right;
        final @Nullable Integer line;

        Unreadable(String wrong, String right, @Nullable Integer line) {
            super(wrong, null, false, false);
            this.right = right;
            this.line = line;
        }
    }

    private XmlText() {}

    /** The document's root with everything in it. */
    static XmlPart read(String text) throws Unreadable {
        try {
            return read(FACTORY.createXMLStreamReader(new StringReader(text.replaceFirst("^\uFEFF", ""))));
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            throw new Unreadable("it is not XML: " + reason(e), "well-formed XML, as a DMN modeller saves it", line);
        }
    }

    private static XmlPart read(XMLStreamReader reader) throws XMLStreamException, Unreadable {
        Deque<XmlPart> open = new ArrayDeque<>();
        XmlPart root = null;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Unreadable(
                            "it has a document type or an entity of its own",
                            "plain XML without <!DOCTYPE …>",
                            reader.getLocation().getLineNumber());
                case XMLStreamConstants.START_ELEMENT -> {
                    XmlPart part = part(reader);
                    if (open.isEmpty()) {
                        root = part;
                    } else {
                        open.peek().parts.add(part);
                    }
                    open.push(part);
                    if (open.size() > DEEPEST) {
                        throw new Unreadable("it is nested too deep", "at most " + DEEPEST + " levels", part.line);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.peek().text.append(reader.getText());
                    }
                }
                default -> {
                    // Comments and processing instructions say nothing.
                }
            }
        }
        if (root == null) {
            throw new Unreadable("it is empty", "a DMN decision table", 1);
        }
        return root;
    }

    private static XmlPart part(XMLStreamReader reader) {
        XmlPart part = new XmlPart(
                reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI(),
                reader.getLocalName(),
                reader.getLocation().getLineNumber());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String space = reader.getAttributeNamespace(i);
            String name = reader.getAttributeLocalName(i);
            part.attributes.put(
                    space == null || space.isEmpty() ? name : "{" + space + "}" + name, reader.getAttributeValue(i));
        }
        return part;
    }

    private static String reason(XMLStreamException e) {
        String told = String.valueOf(e.getMessage()).replaceFirst("(?s)^ParseError at .*?\\R?Message: ", "");
        String line = told.lines().findFirst().orElse("it ends too early");
        return line.length() > 200 ? line.substring(0, 200) + "…" : line;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched from outside");
        });
        return factory;
    }
}
