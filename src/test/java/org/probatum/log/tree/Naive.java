package org.probatum.log.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The definitions of RFC 6962, section 2.1, word for word: slow, recursive, and without tiles. Whether a proof holds is reckoned
 * by taking the definitions back, not by the loops of RFC 9162.
 */
final class Naive {
    private final List<Hash> leaves;
    private final Map<Span, Hash> known = new HashMap<>();

    Naive(List<Hash> leaves) {
        this.leaves = leaves;
    }

    /** Leaves that count: 0, 1, 2 and so on. */
    static List<Hash> counting(long size) {
        return LongStream.range(0, size)
                .mapToObj(i -> Hashes.leaf(Long.toString(i).getBytes(StandardCharsets.US_ASCII)))
                .toList();
    }

    /** MTH(D[0:size]). */
    Hash root(long size) {
        return size == 0 ? Hashes.EMPTY : hash(0, size);
    }

    /** PATH(index, D[0:size]). */
    List<Hash> inclusion(long index, long size) {
        return path(index, 0, size);
    }

    /** PROOF(from, D[0:to]). */
    List<Hash> consistency(long from, long to) {
        return from == 0 ? List.of() : subproof(from, 0, to, true);
    }

    /** MTH(D[start:end]). */
    Hash hash(long start, long end) {
        if (end - start == 1) {
            return leaves.get((int) start);
        }
        Span span = new Span(start, end);
        Hash hash = known.get(span);
        if (hash == null) {
            long k = split(end - start);
            hash = Hashes.node(hash(start, start + k), hash(start + k, end));
            known.put(span, hash);
        }
        return hash;
    }

    private List<Hash> path(long m, long start, long end) {
        if (end - start == 1) {
            return List.of();
        }
        long k = split(end - start);
        return m < k
                ? with(path(m, start, start + k), hash(start + k, end))
                : with(path(m - k, start + k, end), hash(start, start + k));
    }

    private List<Hash> subproof(long m, long start, long end, boolean whole) {
        if (m == end - start) {
            return whole ? List.of() : List.of(hash(start, end));
        }
        long k = split(end - start);
        return m <= k
                ? with(subproof(m, start, start + k, whole), hash(start + k, end))
                : with(subproof(m - k, start + k, end, false), hash(start, start + k));
    }

    /** The proof names a path from the leaf to the root. */
    static boolean holds(InclusionProof proof, Hash leaf, Hash root) {
        return proof.index() >= 0
                && proof.index() < proof.size()
                && rebuilt(proof.index(), proof.size(), leaf, proof.path())
                        .filter(root::equals)
                        .isPresent();
    }

    /** Both roots follow from the proof. */
    static boolean holds(ConsistencyProof proof, Hash former, Hash later) {
        if (proof.from() < 0 || proof.from() > proof.to()) {
            return false;
        }
        if (proof.from() == 0) {
            boolean empty = former.equals(Hashes.EMPTY) && (proof.to() > 0 || later.equals(Hashes.EMPTY));
            return empty && proof.path().isEmpty();
        }
        return rebuilt(proof.from(), proof.to(), true, former, proof.path())
                .filter(List.of(former, later)::equals)
                .isPresent();
    }

    private static Optional<Hash> rebuilt(long m, long n, Hash leaf, List<Hash> path) {
        if (n == 1 || path.isEmpty()) {
            return n == 1 && path.isEmpty() ? Optional.of(leaf) : Optional.empty();
        }
        long k = split(n);
        Hash last = path.get(path.size() - 1);
        List<Hash> rest = path.subList(0, path.size() - 1);
        return m < k
                ? rebuilt(m, k, leaf, rest).map(hash -> Hashes.node(hash, last))
                : rebuilt(m - k, n - k, leaf, rest).map(hash -> Hashes.node(last, hash));
    }

    /** The roots of both trees. */
    private static Optional<List<Hash>> rebuilt(long m, long n, boolean whole, Hash former, List<Hash> path) {
        if (m == n) {
            if (whole) {
                return path.isEmpty() ? Optional.of(List.of(former, former)) : Optional.empty();
            }
            return path.size() == 1 ? Optional.of(List.of(path.get(0), path.get(0))) : Optional.empty();
        }
        if (path.isEmpty()) {
            return Optional.empty();
        }
        long k = split(n);
        Hash last = path.get(path.size() - 1);
        List<Hash> rest = path.subList(0, path.size() - 1);
        return m <= k
                ? rebuilt(m, k, whole, former, rest).map(two -> List.of(two.get(0), Hashes.node(two.get(1), last)))
                : rebuilt(m - k, n - k, false, former, rest)
                        .map(two -> List.of(Hashes.node(last, two.get(0)), Hashes.node(last, two.get(1))));
    }

    private static long split(long n) {
        long k = 1;
        while (k < n - k) {
            k *= 2;
        }
        return k;
    }

    private static List<Hash> with(List<Hash> path, Hash last) {
        List<Hash> longer = new ArrayList<>(path);
        longer.add(last);
        return longer;
    }
}
