package org.probatum.shared.document;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.probatum.shared.Problem;

/**
 * Reads a document strictly: whatever could be understood in two ways is refused, with its place. Every refusal is a
 * {@link Problem} of status 400, or 413 when the document is too large; nothing else is thrown.
 */
public final class DocumentReader {
    public static final int MAX_BYTES = 2 * 1024 * 1024;

    public Document read(byte[] body, Format format) {
        if (body.length > MAX_BYTES) {
            throw Problem.tooLarge("It has " + body.length + " bytes; at most " + MAX_BYTES + " are read");
        }
        String text = decode(body);
        if (text.isBlank()) {
            throw Problem.malformed("it is empty", null, null);
        }
        TreeBuilder tree = new TreeBuilder();
        switch (format) {
            case JSON -> new JsonText(text, tree).read();
            case YAML -> new YamlText(text, tree).read();
        }
        return tree.document();
    }

    private static String decode(byte[] body) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(body);
        CharBuffer characters = CharBuffer.allocate(body.length);
        CoderResult result = decoder.decode(bytes, characters, true);
        if (result.isError()) {
            throw Problem.malformed("it is not UTF-8 at byte " + (bytes.position() + 1), null, null);
        }
        String text = characters.flip().toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
