package org.probatum.rerun.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.outbound.AddressRefused;
import org.probatum.shared.outbound.AnswerTooLarge;
import org.probatum.shared.outbound.Exchange;
import org.probatum.shared.outbound.Exchanges;

/**
 * A file that is fetched by HTTP.
 *
 * @param shown the address as it was recorded
 * @param signed the headers that go with a method
 */
record WebSource(
        URI address,
        String shown,
        String pointer,
        Function<String, Map<String, String>> signed,
        Exchanges exchanges,
        Duration within)
        implements DataSource {
    private static final long NOTHING = 64 * 1024;

    /** By what the server says of a version: a strong tag, or else the time and the size. */
    @Override
    public @Nullable String state() throws Halt {
        Duration soon = within.compareTo(Duration.ofSeconds(30)) < 0 ? within : Duration.ofSeconds(30);
        try (Exchange head = exchanges.open(request("HEAD", soon, NOTHING))) {
            String tag = head.header("ETag").orElse("W/");
            if (head.status() != 200) {
                return null;
            }
            if (!tag.startsWith("W/")) {
                return "tag " + tag;
            }
            return head.header("Last-Modified")
                    .flatMap(time -> head.header("Content-Length").map(size -> "time " + time + " " + size))
                    .orElse(null);
        } catch (AddressRefused e) {
            throw refused(e);
        } catch (IOException e) {
            // Whoever does not answer this may still give the file; if not, asking for it tells why.
            return null;
        }
    }

    @Override
    public void copyTo(OutputStream into, long most) throws Halt, IOException {
        try (Exchange answer = exchanges.open(request("GET", within, most))) {
            judge(answer);
            long announced =
                    answer.header("Content-Length").map(WebSource::size).orElse(0L);
            if (announced > most) {
                throw FetchData.tooLarge(shown, pointer, most);
            }
            copy(answer.body(), into);
        } catch (AddressRefused e) {
            throw refused(e);
        } catch (AnswerTooLarge e) {
            throw FetchData.tooLarge(shown, pointer, most);
        } catch (LocalDisk e) {
            throw e.fault;
        } catch (IOException e) {
            throw Halt.later(shown + " could not be fetched: "
                    + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
        }
    }

    private Exchanges.Request request(String method, Duration until, long most) {
        return new Exchanges.Request(method, address, signed.apply(method), null, until, most);
    }

    private void judge(Exchange answer) throws Halt {
        int status = answer.status();
        if (status == 404 || status == 410) {
            throw Halt.gone(
                    pointer,
                    "There is nothing at " + shown + " any more (" + status + ")",
                    "Put it back, or run anew with what is there");
        }
        if (status == 401 || status == 403) {
            throw Halt.notFetched(
                    pointer,
                    shown + " may not be read by this service (" + status + ")",
                    "Let this service read it, or record an address that it may read");
        }
        if (status >= 500 || status == 429 || status == 408) {
            throw Halt.later(shown + " answers " + status + " at the moment");
        }
        if (status >= 300 && status < 400) {
            throw Halt.notFetched(
                    pointer,
                    shown + " leads on to "
                            + answer.header("Location").map(WebSource::plain).orElse("another address")
                            + ", and no redirect is followed",
                    "Record the address at which the file itself is");
        }
        if (status != 200) {
            throw Halt.notFetched(
                    pointer, shown + " answers " + status, "Record an address that answers 200 with the file");
        }
    }

    private Halt refused(AddressRefused why) {
        return Halt.notFetched(
                pointer, shown + " is not called: " + why.getMessage(), "Record an address that may be called");
    }

    private static void copy(InputStream in, OutputStream into) throws IOException {
        byte[] some = new byte[64 * 1024];
        int length;
        while ((length = in.read(some)) >= 0) {
            try {
                into.write(some, 0, length);
            } catch (IOException e) {
                throw new LocalDisk(e);
            }
        }
    }

    private static long size(String written) {
        return written.matches("[0-9]{1,18}") ? Long.parseLong(written) : 0;
    }

    private static String plain(String header) {
        String words = header.replaceAll("\\p{Cntrl}", " ");
        return words.substring(0, Math.min(words.length(), 300));
    }

    /** Not the other side's fault. */
    private static final class LocalDisk extends IOException {
        private static final long serialVersionUID = 1L;

        private final IOException fault;

        LocalDisk(IOException fault) {
            super(fault);
            this.fault = fault;
        }
    }
}
