package org.probatum.shared.document;

import com.networknt.schema.regex.RegularExpression;
import java.util.regex.Pattern;

/**
 * A pattern as a schema means it (ECMA-262), where Java differs: "$" at its end does not look past a line feed, and blanks
 * are those of all scripts. Text longer than any schema allows does not match, so that no pattern can exhaust the stack.
 */
record EcmaPattern(Pattern pattern) implements RegularExpression {

    private static final int LONGEST = 4096;

    static EcmaPattern of(String source) {
        boolean isAnchored = source.endsWith("$") && !source.endsWith("\\$");
        String java = isAnchored ? source.substring(0, source.length() - 1) + "\\z" : source;
        return new EcmaPattern(Pattern.compile(java, Pattern.UNICODE_CHARACTER_CLASS));
    }

    @Override
    public boolean matches(String value) {
        return value.length() <= LONGEST && pattern.matcher(value).find();
    }
}
