package org.probatum.publication.bundle;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.probatum.log.tree.Hash;

/** The hashes of a proof, as a bundle has them. */
final class ProofPath {
    private ProofPath() {}

    /** Empty when one of them is no hash in base64. */
    static Optional<List<Hash>> parse(List<String> proof) {
        List<Hash> path = proof.stream()
                .map(Objects::toString)
                .map(Hash::ofBase64)
                .flatMap(Optional::stream)
                .toList();
        return path.size() == proof.size() ? Optional.of(path) : Optional.empty();
    }
}
