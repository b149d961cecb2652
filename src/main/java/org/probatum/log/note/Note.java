package org.probatum.log.note;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text and signatures of it (C2SP signed-note). Nothing is true of it until a {@link NoteVerifier} has opened it.
 *
 * @param text ends in a newline
 * @param signatures one at least, and at most {@value #MOST_SIGNATURES}
 */
public record Note(String text, List<NoteSignature> signatures) {
    /** More than any log has witnesses; the standard asks for 16. */
    static final int MOST_SIGNATURES = 100;

    private static final int LARGEST = 1_000_000;

    public Note {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || !Strict.isText(text)) {
            throw new IllegalArgumentException(
                    "the text of a note ends in a newline and has no other control characters");
        }
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new IllegalArgumentException("a note has 1 to " + MOST_SIGNATURES + " signatures");
        }
    }

    /** Reads bytes as they came; what is not UTF-8 is no note. */
    public static Note parse(byte[] note) throws Malformed {
        if (note.length > LARGEST) {
            throw tooLarge();
        }
        try {
            return parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(note))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new Malformed("a note must be UTF-8");
        }
    }

    /** Reads a note; it is written in one way only, so that {@link #format} gives the same. */
    public static Note parse(String note) throws Malformed {
        if (note.length() > LARGEST) {
            throw tooLarge();
        }
        if (!Strict.isText(note)) {
            throw new Malformed("a note must have no control characters other than newlines");
        }
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0) {
            throw new Malformed("a blank line must part the text of a note from its signatures");
        }
        List<NoteSignature> signatures = NoteSignature.parse(note.substring(blank + 2));
        if (signatures.size() > MOST_SIGNATURES) {
            throw new Malformed("a note must not have more than " + MOST_SIGNATURES + " signatures");
        }
        return new Note(note.substring(0, blank + 1), signatures);
    }

    /** The note with another signature behind the others. */
    public Note with(NoteSignature signature) {
        return new Note(
                text, Stream.concat(signatures.stream(), Stream.of(signature)).toList());
    }

    /** The note as it is served and kept. */
    public String format() {
        return text + "\n" + signatures.stream().map(NoteSignature::line).collect(Collectors.joining());
    }

    private static Malformed tooLarge() {
        return new Malformed("a note must not be larger than " + LARGEST + " bytes");
    }
}
