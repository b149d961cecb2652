package org.probatum.shared.outbound;

import java.net.UnknownHostException;

/** The name leads to an address that is not called; the message says which and why. */
public final class AddressRefused extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    AddressRefused(String why) {
        super(why);
    }
}
