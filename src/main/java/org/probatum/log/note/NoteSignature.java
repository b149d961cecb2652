package org.probatum.log.note;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * A signature line of a note (C2SP signed-note): {@code — name base64}.
 *
 * @param name of the key
 * @param encoded the key's four bytes of id and the signature itself, in base64
 */
public record NoteSignature(String name, String encoded) {
    static final String DASH = "\u2014 ";

    private static final int ID = 4;

    public NoteSignature {
        try {
            Strict.name(name);
            if (Strict.base64(encoded, "a signature").length <= ID) {
                throw new Malformed("a signature must be longer than the id of its key");
            }
        } catch (Malformed e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** The signature of this key with these bytes. */
    public static NoteSignature of(NoteKey key, byte[] signature) {
        byte[] all = Arrays.copyOf(HexFormat.of().parseHex(key.id()), ID + signature.length);
        System.arraycopy(signature, 0, all, ID, signature.length);
        return new NoteSignature(key.name(), Base64.getEncoder().encodeToString(all));
    }

    /** Signature lines, one or more, each with the end of its line: those of a note, or what a witness answers. */
    public static List<NoteSignature> parse(String lines) throws Malformed {
        if (!lines.endsWith("\n")) {
            throw new Malformed("the last signature line must end in a newline");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : lines.substring(0, lines.length() - 1).split("\n", -1)) {
            int space = line.indexOf(' ', DASH.length());
            if (!line.startsWith(DASH) || space < 0) {
                throw new Malformed(
                        "signature line " + (signatures.size() + 1) + " must be an em dash, a name and base64");
            }
            signatures.add(read(line.substring(DASH.length(), space), line.substring(space + 1)));
        }
        return List.copyOf(signatures);
    }

    /** The id of the key, as 8 digits of base 16. */
    public String keyId() {
        return HexFormat.of().formatHex(decoded(), 0, ID);
    }

    /** The signature itself. */
    public byte[] bytes() {
        byte[] all = decoded();
        return Arrays.copyOfRange(all, ID, all.length);
    }

    /** As it stands in a note, with the end of the line. */
    public String line() {
        return DASH + name + " " + encoded + "\n";
    }

    private static NoteSignature read(String name, String encoded) throws Malformed {
        try {
            return new NoteSignature(name, encoded);
        } catch (IllegalArgumentException e) {
            throw new Malformed(String.valueOf(e.getMessage()));
        }
    }

    private byte[] decoded() {
        return Base64.getDecoder().decode(encoded);
    }
}
