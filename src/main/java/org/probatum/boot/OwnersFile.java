package org.probatum.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/** A secret beside the data: drawn at the first start, readable by the folder's owner alone. */
final class OwnersFile {
    private static final SecureRandom RANDOM = new SecureRandom();

    private OwnersFile() {}

    static String of(Path file, Supplier<String> drawn) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, drawn.get());
        }
        return Files.readString(file).strip();
    }

    /** A key of 256 bits in base64. */
    static String key(Path file) throws IOException {
        return of(file, () -> {
            byte[] bits = new byte[32];
            RANDOM.nextBytes(bits);
            return Base64.getEncoder().encodeToString(bits);
        });
    }
}
