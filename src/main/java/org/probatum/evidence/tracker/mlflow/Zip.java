package org.probatum.evidence.tracker.mlflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/**
 * A zip, read by its own table of contents and never unpacked to anywhere. Refused before anything is inflated: names that
 * lead elsewhere, links and devices, what is encrypted, and what is far larger inside than outside, by each entry or by all.
 */
final class Zip {
    private static final int END = 0x06054b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int MOST_ENTRIES = 20_000;
    private static final long MOST_BYTES = 64L << 20;
    private static final long FREE_OF_RATIO = 64L << 10;
    private static final int MOST_RATIO = 200;
    private static final int LONGEST_NAME = 1000;
    private static final int FILE_KIND = 0xF000;
    private static final List<Integer> PLAIN_KINDS = List.of(0, 0x8000, 0x4000);

    private final ByteBuffer bytes;
    private final SortedMap<String, Entry> entries = new TreeMap<>();

    private Zip(byte[] packed) {
        this.bytes = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A file in it. */
    record Entry(String name, int method, long crc, long compressed, long size, int offset) {}

    /** Reads the table of contents; folders are left out. */
    static Zip of(byte[] packed) {
        Zip zip = new Zip(packed);
        try {
            zip.contents();
        } catch (IndexOutOfBoundsException e) {
            throw refused("it is cut short or no zip at all");
        }
        return zip;
    }

    SortedMap<String, Entry> entries() {
        return entries;
    }

    /** An entry's content as it comes; a content that is not what the table says is refused at its end. */
    InputStream open(Entry entry) throws IOException {
        int header = entry.offset();
        require(bytes.getInt(header) == LOCAL, entry.name() + " is not where the table of contents says");
        int start = header + 30 + (bytes.getShort(header + 26) & 0xFFFF) + (bytes.getShort(header + 28) & 0xFFFF);
        require(
                name(header + 30, bytes.getShort(header + 26) & 0xFFFF).equals(entry.name()),
                entry.name() + " has another name inside");
        require(start + entry.compressed() <= bytes.capacity(), entry.name() + " is cut short");
        InputStream raw = new ByteArrayInputStream(bytes.array(), start, (int) entry.compressed());
        return entry.method() == 0 ? raw : new InflaterInputStream(raw, new Inflater(true));
    }

    byte[] read(Entry entry) {
        CRC32 crc = new CRC32();
        try (InputStream content = new CheckedInputStream(open(entry), crc)) {
            byte[] read = content.readNBytes((int) entry.size() + 1);
            require(read.length == entry.size(), entry.name() + " is not as long as the table of contents says");
            require(crc.getValue() == entry.crc(), entry.name() + " is damaged");
            return read;
        } catch (IOException | IndexOutOfBoundsException e) {
            throw refused(entry.name() + " cannot be inflated");
        }
    }

    private void contents() {
        int end = bytes.capacity() - 22;
        while (bytes.getInt(end) != END || end + 22 + (bytes.getShort(end + 20) & 0xFFFF) != bytes.capacity()) {
            end--;
        }
        int count = bytes.getShort(end + 10) & 0xFFFF;
        int at = bytes.getInt(end + 16);
        require(count != 0xFFFF && at != -1, "it is in the format for very large zips");
        require(count <= MOST_ENTRIES, "it has more than " + MOST_ENTRIES + " entries");
        long inside = 0;
        long outside = 0;
        for (int i = 0; i < count; i++) {
            require(bytes.getInt(at) == CENTRAL, "its table of contents is damaged");
            int length = bytes.getShort(at + 28) & 0xFFFF;
            Entry entry = entry(at, name(at + 46, length));
            inside += entry.size();
            outside += entry.compressed();
            require(inside <= MOST_BYTES, "unpacked it would be larger than " + (MOST_BYTES >> 20) + " MB");
            require(outside <= bytes.capacity(), "its entries lie over each other");
            if (!entry.name().endsWith("/")) {
                require(entries.put(entry.name(), entry) == null, entry.name() + " is in it twice");
            }
            at += 46 + length + (bytes.getShort(at + 30) & 0xFFFF) + (bytes.getShort(at + 32) & 0xFFFF);
        }
    }

    private Entry entry(int at, String name) {
        require(
                !name.isEmpty()
                        && name.length() <= LONGEST_NAME
                        && name.chars().allMatch(c -> c >= 0x20 && c != '\\' && c != 0x7f)
                        && !name.startsWith("/")
                        && !name.matches("[A-Za-z]:.*")
                        && !List.of(name.split("/")).contains(".."),
                "\"" + printable(name) + "\" leads out of it");
        int kind = (bytes.getInt(at + 38) >>> 16) & FILE_KIND;
        require(PLAIN_KINDS.contains(kind), name + " is a link or a device");
        require((bytes.getShort(at + 8) & 1) == 0, name + " is encrypted");
        int method = bytes.getShort(at + 10);
        require(method == 0 || method == 8, name + " is packed in a way that is not read");
        long compressed = bytes.getInt(at + 20) & 0xFFFFFFFFL;
        long size = bytes.getInt(at + 24) & 0xFFFFFFFFL;
        require(method == 8 || compressed == size, name + " is not as long as it says");
        require(
                size <= FREE_OF_RATIO || size <= compressed * MOST_RATIO,
                name + " would be more than " + MOST_RATIO + " times as large unpacked");
        return new Entry(name, method, bytes.getInt(at + 16) & 0xFFFFFFFFL, compressed, size, bytes.getInt(at + 42));
    }

    private String name(int at, int length) {
        byte[] name = new byte[length];
        bytes.get(at, name);
        return new String(name, StandardCharsets.UTF_8);
    }

    private static String printable(String name) {
        return name.substring(0, Math.min(80, name.length())).replaceAll("\\p{Cntrl}", "\ufffd");
    }

    private static void require(boolean right, String wrong) {
        if (!right) {
            throw refused(wrong);
        }
    }

    private static Problem refused(String wrong) {
        return Problem.invalid(
                List.of(Violation.at("", wrong, "a plain zip of an mlruns folder, with files and folders alone")));
    }
}
