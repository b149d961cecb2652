package org.probatum.publication.web.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Which character each letter is read as. Where one letter is drawn for several characters, the library says the lowest: a
 * quotation mark would be found, copied and spoken as a letter of Hawaiian. People write quotation marks.
 */
final class Reading {
    private static final String CODES = "(<[0-9A-F]{4}> <[0-9A-F]{4}> )";

    private Reading() {}

    static void mend(PDType0Font font) throws IOException {
        COSStream told = font.getCOSObject().getCOSStream(COSName.TO_UNICODE);
        String written;
        try (InputStream in = told.createInputStream()) {
            written = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
        String mended = written.replaceAll(CODES + "<02BB>", "$1<2018>").replaceAll(CODES + "<02BC>", "$1<2019>");
        if (!mended.equals(written)) {
            try (OutputStream out = told.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(mended.getBytes(StandardCharsets.US_ASCII));
            }
        }
    }
}
