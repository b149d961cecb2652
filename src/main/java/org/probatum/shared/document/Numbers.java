package org.probatum.shared.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as they are written. Exact, and within what both BigDecimal and an IEEE double can hold: a number is digested
 * in a canonical form that is made of doubles, and 1e999999999 is nine digits that fill the memory.
 */
final class Numbers {
    private static final int MAX_SIZE = 400;
    private static final Pattern WRITTEN =
            Pattern.compile("[-+]?(?:(?:0|[1-9][0-9]*+)(?:\\.[0-9]*+)?|\\.[0-9]++)(?:[eE][-+]?[0-9]++)?");

    private Numbers() {}

    static boolean isNumber(String text) {
        return WRITTEN.matcher(text).matches();
    }

    /** The number that {@link #isNumber} text stands for, or nothing when it is out of bounds. */
    static Optional<JsonNode> parse(String text) {
        if (text.length() > MAX_SIZE || digits(text) + exponent(text) > MAX_SIZE) {
            return Optional.empty();
        }
        boolean whole = text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '-' || c == '+');
        return whole ? integer(new BigInteger(text)) : decimal(new BigDecimal(text));
    }

    private static Optional<JsonNode> decimal(BigDecimal value) {
        double nearest = value.doubleValue();
        boolean lost = Double.isInfinite(nearest) || nearest == 0 && value.signum() != 0;
        return lost ? Optional.empty() : Optional.of(DecimalNode.valueOf(value));
    }

    private static Optional<JsonNode> integer(BigInteger value) {
        if (value.bitLength() < Integer.SIZE) {
            return Optional.of(IntNode.valueOf(value.intValue()));
        }
        if (value.bitLength() < Long.SIZE) {
            return Optional.of(LongNode.valueOf(value.longValue()));
        }
        return Double.isInfinite(value.doubleValue()) ? Optional.empty() : Optional.of(BigIntegerNode.valueOf(value));
    }

    private static int digits(String text) {
        int end = exponentSign(text);
        return (int) text.substring(0, end < 0 ? text.length() : end)
                .chars()
                .filter(Character::isDigit)
                .count();
    }

    private static int exponent(String text) {
        int sign = exponentSign(text);
        String digits = sign < 0 ? "0" : text.substring(sign + 1).replaceFirst("^[-+]?0*(?=[0-9])", "");
        return digits.length() > 4 ? MAX_SIZE + 1 : Integer.parseInt(digits);
    }

    private static int exponentSign(String text) {
        return Math.max(text.indexOf('e'), text.indexOf('E'));
    }
}
