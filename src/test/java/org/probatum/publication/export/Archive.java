package org.probatum.publication.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.probatum.shared.Digest;

/** An export taken apart by hand, to be spoilt and put together again, with its manifests made to fit or not. */
public final class Archive {
    /** In their order. */
    public final LinkedHashMap<String, byte[]> files = new LinkedHashMap<>();

    private Archive() {}

    public static Archive of(byte[] packed) {
        byte[] tar = unpacked(packed);
        Archive archive = new Archive();
        int at = 0;
        while (tar[at] != 0) {
            byte[] header = Arrays.copyOfRange(tar, at, at + 512);
            int size = Integer.parseInt(new String(header, 124, 11, java.nio.charset.StandardCharsets.US_ASCII), 8);
            archive.files.put(
                    new String(header, 0, 100, java.nio.charset.StandardCharsets.US_ASCII).replaceAll("\0.*", ""),
                    Arrays.copyOfRange(tar, at + 512, at + 512 + size));
            at += 512 + (size + 511) / 512 * 512;
        }
        return archive;
    }

    static byte[] unpacked(byte[] packed) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] gzipped(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** As the files are now, the manifests as they were. */
    byte[] packed() {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        files.forEach((name, content) -> {
            tar.writeBytes(Tar.header(name, content.length));
            tar.writeBytes(content);
            tar.writeBytes(new byte[(512 - content.length % 512) % 512]);
        });
        tar.writeBytes(new byte[1024]);
        return gzipped(tar.toByteArray());
    }

    /** As the files are now, with manifests that say so: whoever spoils a file can do that too. */
    byte[] fitted() {
        Manifest manifest = new Manifest();
        List<Map.Entry<String, byte[]>> all = new ArrayList<>(files.entrySet());
        files.clear();
        for (Map.Entry<String, byte[]> file : all) {
            if (file.getKey().startsWith("manifest/")) {
                continue;
            }
            if (manifest.isFull()) {
                files.put(manifest.name(), manifest.take());
            }
            files.put(file.getKey(), file.getValue());
            manifest.add(file.getKey(), Digest.bytes(file.getValue()));
        }
        files.put(manifest.name(), manifest.take());
        return packed();
    }
}
