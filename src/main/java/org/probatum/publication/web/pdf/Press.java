package org.probatum.publication.web.pdf;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.apache.pdfbox.pdfwriter.COSWriter;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.probatum.shared.Problem;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Sets a page as a PDF that people with any reader can read (PDF/UA-1) and that can be kept (PDF/A-2a). Whatever the page
 * names, nothing is fetched: the style sheet and the letters come from the service, and every other address is refused before
 * it is looked at.
 */
@ApplicationScoped
public class Press {
    private static final String LOOK = "/pdf/record.css";
    /** Setting takes a core and some memory for its time; more at once would take them from everything else. */
    private static final int AT_ONCE = 2;
    /** Of the few requests that are worked on at once, so many may wait for a press; the others are for everybody else. */
    private static final int WAITING = 2;

    private final Semaphore taken = new Semaphore(AT_ONCE + WAITING);
    private final Semaphore free = new Semaphore(AT_ONCE, true);

    /** The page has to be XML; its pictures are inline SVG. While too many others are being set, it is not taken. */
    public byte[] print(String xhtml, Imprint imprint) {
        if (!taken.tryAcquire()) {
            throw Problem.http("busy", 503, "Several PDFs are being made just now; ask again in a few seconds.");
        }
        try {
            return printed(xhtml, imprint);
        } finally {
            taken.release();
        }
    }

    private byte[] printed(String xhtml, Imprint imprint) {
        free.acquireUninterruptibly();
        try {
            return set(Manuscript.read(xhtml), imprint);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            free.release();
        }
    }

    private static byte[] set(Document page, Imprint imprint) throws IOException {
        look(page);
        Figures.prepare(page);
        Outline.write(page);
        try (PDDocument pdf = new PDDocument()) {
            Typefaces letters = new Typefaces(pdf);
            try (PdfBoxRenderer renderer = renderer(page, pdf, letters)) {
                renderer.createPDFWithoutClosing();
            }
            Colophon.write(pdf, imprint);
            letters.cut();
            return bytes(pdf);
        }
    }

    private static PdfBoxRenderer renderer(Document page, PDDocument pdf, Typefaces letters) {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .usePdfAConformance(PdfAConformance.PDFA_2_A)
                .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                .withProducer("Probatum")
                .useReplacementText("\uFFFD")
                .useUriResolver((base, address) -> null)
                .useExternalResourceAccessControl(
                        (address, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (address, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .useSVGDrawer(new BatikSVGDrawer())
                .withW3cDocument(page, null)
                .usePDDocument(pdf);
        letters.lendTo(builder);
        return builder.buildPdfRenderer();
    }

    /** Past {@link PDDocument#save}, which would cut the letters a second time. */
    private static byte[] bytes(PDDocument pdf) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pdf.getDocument().setIsXRefStream(true);
        new COSWriter(bytes, CompressParameters.DEFAULT_COMPRESSION).write(pdf);
        return bytes.toByteArray();
    }

    private static void look(Document page) throws IOException {
        Element style = page.createElementNS(Manuscript.XHTML, "style");
        style.setAttribute("type", "text/css");
        try (InputStream in = Objects.requireNonNull(Press.class.getResourceAsStream(LOOK), LOOK)) {
            style.setTextContent(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        Manuscript.all(page, "head")[0].appendChild(style);
    }
}
