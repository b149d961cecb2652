package org.probatum.log.note;

import java.util.Base64;
import java.util.regex.Pattern;
import org.probatum.log.tree.Hash;

/** Small parts of texts, each with one way to write it: what can be written in two ways can be signed once and read twice. */
final class Strict {
    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,18}");

    private Strict() {}

    /** A number from 0 to 2<sup>63</sup> - 1 without leading zeros. */
    static long decimal(String text, String what) throws Malformed {
        if (DECIMAL.matcher(text).matches()) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                throw new Malformed(what + " is too large");
            }
        }
        throw new Malformed(what + " must be a decimal number without leading zeros");
    }

    /** The bytes of a text in base64 (RFC 4648, section 4), padded, nothing left over. */
    static byte[] base64(String text, String what) throws Malformed {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // said below, as of what decodes and is not written so
        }
        throw new Malformed(what + " must be base64 with its padding");
    }

    static Hash hash(String text, String what) throws Malformed {
        return Hash.ofBase64(text).orElseThrow(() -> new Malformed(what + " must be 32 bytes in base64"));
    }

    /** What a signer may be called: no plus sign, which parts keys, and no white space, which parts lines. */
    static String name(String text) throws Malformed {
        if (isName(text)) {
            return text;
        }
        throw new Malformed("a name must not be empty, nor have white space or a plus sign in it");
    }

    static boolean isName(String text) {
        return !text.isEmpty()
                && isText(text)
                && text.codePoints()
                        .noneMatch(c -> c == '+' || c == 0x85 || Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    /** It can be written as UTF-8, and no control character other than the end of a line is in it. */
    static boolean isText(String text) {
        return text.codePoints().noneMatch(c -> (c < ' ' && c != '\n') || Character.getType(c) == Character.SURROGATE);
    }
}
