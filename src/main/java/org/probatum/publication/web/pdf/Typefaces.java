package org.probatum.publication.web.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The letters that pages are set in. All are in the service, under free licences that lie beside them, so that a page is the
 * same wherever it is set; what of them is used is in each PDF. DejaVu Sans has what the others lack, such as ✕ and ◐.
 */
final class Typefaces {
    private static final int REGULAR = 400;
    private static final int SEMIBOLD = 600;
    /** Pictures know one bold, and that is 700. */
    private static final int BOLD = 700;

    private static final Set<FSFontUseCase> PICTURES = EnumSet.of(FSFontUseCase.SVG);

    private final PDDocument pdf;
    private final List<PDType0Font> used = new ArrayList<>();

    Typefaces(PDDocument pdf) {
        this.pdf = pdf;
    }

    void lendTo(PdfRendererBuilder builder) {
        text(builder, "SourceSerif4-Regular", "Source Serif 4", REGULAR, FontStyle.NORMAL);
        text(builder, "SourceSerif4-It", "Source Serif 4", REGULAR, FontStyle.ITALIC);
        text(builder, "SourceSerif4-Semibold", "Source Serif 4", SEMIBOLD, FontStyle.NORMAL);
        text(builder, "SourceSans3-Regular", "Source Sans 3", REGULAR, FontStyle.NORMAL);
        text(builder, "SourceSans3-Semibold", "Source Sans 3", SEMIBOLD, FontStyle.NORMAL);
        text(builder, "SourceCodePro-Regular", "Source Code Pro", REGULAR, FontStyle.NORMAL);
        text(builder, "DejaVuSans", "DejaVu Sans", REGULAR, FontStyle.NORMAL);
        pictures(builder, "SourceSans3-Regular", "Source Sans 3", REGULAR);
        pictures(builder, "SourceSans3-Semibold", "Source Sans 3", BOLD);
        pictures(builder, "DejaVuSans", "DejaVu Sans", REGULAR);
    }

    /** Cuts each down to what the pages use of it, once all pages are set. */
    void cut() throws IOException {
        for (PDType0Font font : used) {
            font.subset();
            Reading.mend(font);
        }
    }

    private void text(PdfRendererBuilder builder, String file, String family, int weight, FontStyle style) {
        PDFontSupplier letters = new PDFontSupplier(null) {
            @Override
            public PDFont supply() {
                return load(file);
            }
        };
        builder.useFont(letters, family, weight, style, true);
    }

    private void pictures(PdfRendererBuilder builder, String file, String family, int weight) {
        builder.useFont(() -> open(file), family, weight, FontStyle.NORMAL, true, PICTURES);
    }

    /** Without ligatures: the sign for "fi" stands for no character, and whoever copies or hears the text would miss it. */
    private PDFont load(String file) {
        try (InputStream in = open(file)) {
            TrueTypeFont letters = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
            letters.setEnableGsub(false);
            PDType0Font font = PDType0Font.load(pdf, letters, true);
            used.add(font);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static InputStream open(String file) {
        String path = "/fonts/" + file + ".ttf";
        return Objects.requireNonNull(Typefaces.class.getResourceAsStream(path), path);
    }
}
