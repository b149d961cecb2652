package org.probatum.shared.outbound;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** A range of addresses, written such as {@code 10.0.0.0/8} or {@code fc00::/7}. */
public record Cidr(InetAddress base, int bits) {
    /** The range that the words stand for. */
    public static Cidr of(String words) {
        String[] parts = words.strip().split("/", 2);
        if (parts.length == 2 && parts[0].matches("[0-9a-fA-F:.]+") && parts[1].matches("[0-9]{1,3}")) {
            try {
                InetAddress base = InetAddress.getByName(parts[0]);
                int bits = Integer.parseInt(parts[1]);
                if (bits <= base.getAddress().length * 8) {
                    return new Cidr(base, bits);
                }
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(wrong(words), e);
            }
        }
        throw new IllegalArgumentException(wrong(words));
    }

    /** The address lies in the range; one of IPv4 lies in no range of IPv6. */
    public boolean contains(InetAddress address) {
        byte[] theirs = address.getAddress();
        byte[] ours = base.getAddress();
        if (theirs.length != ours.length) {
            return false;
        }
        int rest = ours.length * 8 - bits;
        return new BigInteger(1, theirs).shiftRight(rest).equals(new BigInteger(1, ours).shiftRight(rest));
    }

    private static String wrong(String words) {
        return "\"" + words + "\" is no range of addresses; one is written such as 10.20.0.0/16";
    }
}
