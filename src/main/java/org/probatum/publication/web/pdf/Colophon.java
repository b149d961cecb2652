package org.probatum.publication.web.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/** Writes into a PDF when it was made and which it is. Neither is left to the clock, so that the same pages are the same bytes. */
final class Colophon {
    private Colophon() {}

    static void write(PDDocument pdf, Imprint imprint) throws IOException {
        Instant made = imprint.at().truncatedTo(ChronoUnit.SECONDS);
        pdf.getDocumentInformation().setCreationDate(GregorianCalendar.from(made.atZone(ZoneOffset.UTC)));
        String hex = imprint.digest().substring(imprint.digest().indexOf(':') + 1);
        pdf.setDocumentId(Long.parseUnsignedLong(hex.substring(0, 16), 16));
        date(pdf.getDocumentCatalog().getMetadata(), made);
    }

    /** The library writes its own moment into the metadata; both places have to say the same. */
    private static void date(PDMetadata metadata, Instant made) throws IOException {
        String written;
        try (InputStream in = metadata.exportXMPMetadata()) {
            written = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String dated = written.replaceFirst("<xmp:CreateDate>[^<]*<", "<xmp:CreateDate>" + made + "<");
        metadata.importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
    }
}
