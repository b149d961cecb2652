package org.probatum.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** A PDF as somebody reads it who does not see it: by its structure, and by what is beside its pages. */
public final class Pdf implements AutoCloseable {
    private final PDDocument document;
    private final Map<PDPage, Map<Integer, String>> marked = new HashMap<>();
    private final List<Tag> tags = new ArrayList<>();

    /** A tag of the structure, with the words under it. */
    public record Tag(String type, String words, String alternate, String scope) {}

    public Pdf(byte[] bytes) {
        try {
            document = Loader.loadPDF(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public PDDocument document() {
        return document;
    }

    /** Everything that can be copied out of it, on one line. */
    public String text() throws IOException {
        return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }

    /** The structure in reading order, outermost first. */
    public List<Tag> tags() throws IOException {
        if (tags.isEmpty()) {
            collect(document.getDocumentCatalog().getStructureTreeRoot());
        }
        return tags;
    }

    public List<Tag> tags(String type) throws IOException {
        return tags().stream().filter(tag -> tag.type().equals(type)).toList();
    }

    /** The outline, with two spaces before what is a level deeper. */
    public List<String> outline() {
        List<String> lines = new ArrayList<>();
        outline(document.getDocumentCatalog().getDocumentOutline(), "", lines);
        return lines;
    }

    public List<PDFont> fonts() throws IOException {
        List<PDFont> fonts = new ArrayList<>();
        for (PDResources resources : resources()) {
            for (COSName name : resources.getFontNames()) {
                fonts.add(resources.getFont(name));
            }
        }
        return fonts;
    }

    /** How many pixel images are in it, pictures within pictures too. */
    public long images() throws IOException {
        return count(PDImageXObject.class::isInstance);
    }

    /** How many drawings are in it. */
    public long drawings() throws IOException {
        return count(PDFormXObject.class::isInstance);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private long count(Predicate<Object> kind) throws IOException {
        long count = 0;
        for (PDResources resources : resources()) {
            for (COSName name : resources.getXObjectNames()) {
                count += kind.test(resources.getXObject(name)) ? 1 : 0;
            }
        }
        return count;
    }

    private List<PDResources> resources() throws IOException {
        List<PDResources> all = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            all.add(page.getResources());
        }
        for (int i = 0; i < all.size(); i++) {
            for (COSName name : all.get(i).getXObjectNames()) {
                if (all.get(i).getXObject(name) instanceof PDFormXObject form && form.getResources() != null) {
                    all.add(form.getResources());
                }
            }
        }
        return all;
    }

    private void collect(PDStructureNode node) throws IOException {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                StringBuilder words = new StringBuilder();
                say(element, element.getPage(), words);
                String alternate = element.getAlternateDescription();
                tags.add(new Tag(
                        element.getStructureType(),
                        words.toString().replaceAll("\\s+", " ").strip(),
                        alternate == null ? "" : alternate,
                        scope(element)));
                collect(element);
            }
        }
    }

    /** What a header cell is the header of. */
    private static String scope(PDStructureElement element) {
        return element.getCOSObject().getDictionaryObject(COSName.A) instanceof COSDictionary attributes
                ? attributes.getNameAsString("Scope", "")
                : "";
    }

    private void say(PDStructureElement element, PDPage page, StringBuilder words) throws IOException {
        for (Object kid : element.getKids()) {
            if (kid instanceof PDStructureElement inner) {
                say(inner, inner.getPage() == null ? page : inner.getPage(), words);
            } else if (kid instanceof Integer id) {
                words.append(on(page).getOrDefault(id, ""));
            } else if (kid instanceof PDMarkedContentReference reference) {
                words.append(on(reference.getPage()).getOrDefault(reference.getMCID(), ""));
            }
        }
    }

    private Map<Integer, String> on(PDPage page) throws IOException {
        Map<Integer, String> known = marked.get(page);
        if (known == null) {
            PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
            extractor.processPage(page);
            known = new HashMap<>();
            for (PDMarkedContent content : extractor.getMarkedContents()) {
                known.merge(content.getMCID(), words(content), String::concat);
            }
            marked.put(page, known);
        }
        return known;
    }

    private static String words(PDMarkedContent content) {
        return content.getContents().stream()
                .filter(TextPosition.class::isInstance)
                .map(one -> ((TextPosition) one).getUnicode())
                .collect(Collectors.joining());
    }

    private static void outline(PDOutlineNode node, String indent, List<String> lines) {
        for (PDOutlineItem item : node.children()) {
            lines.add(indent + item.getTitle());
            outline(item, indent + "  ", lines);
        }
    }

    /** How many pages it has. */
    public int pages() {
        return (int)
                StreamSupport.stream(document.getPages().spliterator(), false).count();
    }
}
