package org.probatum.support;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A program that knocks at each port it is given, on each name of this machine, and says who opened. */
public final class Knock {
    private static final int PATIENCE_MILLIS = 500;

    private Knock() {}

    public static void main(String[] arguments) throws IOException {
        for (String port : arguments) {
            for (String host : new String[] {"127.0.0.1", "::1", "localhost"}) {
                try (Socket socket = new Socket()) {
                    socket.connect(new InetSocketAddress(host, Integer.parseInt(port)), PATIENCE_MILLIS);
                    System.out.println("opened " + port);
                } catch (IOException refused) {
                    System.out.println("refused " + port);
                }
            }
        }
    }
}
