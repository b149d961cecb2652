package org.probatum.log.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * That a tree begins with all leaves of a former one, unchanged: the hashes from which both roots follow. Takes any numbers, also
 * absurd ones from a stranger: those do not hold.
 *
 * @param from the size of the former tree, in leaves
 * @param to the size of the later one
 * @param path from the former one's right edge up; empty when it is empty or as large
 */
public record ConsistencyProof(long from, long to, List<Hash> path) {
    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /**
     * Whether it proves that the tree with the root {@code later} extends the one with the root {@code former}: RFC 9162,
     * section 2.1.4.2. Every tree extends the empty one, whose root is {@link Hashes#EMPTY}.
     */
    public ProofOutcome check(Hash former, Hash later) {
        if (from < 0 || from > to) {
            return new ProofOutcome.Fails("a tree of " + to + " does not extend one of " + from);
        }
        if ((from == 0 && !former.equals(Hashes.EMPTY)) || (to == 0 && !later.equals(Hashes.EMPTY))) {
            return new ProofOutcome.Fails("a tree without leaves has another root");
        }
        if (from == 0 || from == to) {
            return trivial(former, later);
        }
        List<Hash> hashes = new ArrayList<>(path);
        if (Long.bitCount(from) == 1) {
            hashes.add(0, former);
        }
        return hashes.isEmpty() ? new ProofOutcome.Fails("the path is empty") : climb(hashes, former, later);
    }

    private ProofOutcome trivial(Hash former, Hash later) {
        if (!path.isEmpty()) {
            return new ProofOutcome.Fails("between trees of " + from + " and of " + to + " there is nothing to show");
        }
        return from == 0 || former.equals(later)
                ? new ProofOutcome.Holds()
                : new ProofOutcome.Fails("two trees of " + from + " leaves have two roots");
    }

    private ProofOutcome climb(List<Hash> hashes, Hash former, Hash later) {
        Climb climb = new Climb(from - 1, to - 1);
        climb.upWhileRight();
        Hash old = hashes.get(0);
        Hash fresh = old;
        for (Hash sibling : hashes.subList(1, hashes.size())) {
            if (climb.isAtTop()) {
                return new ProofOutcome.Fails("the path is longer than the tree is high");
            }
            if (climb.isOnRight()) {
                old = Hashes.node(sibling, old);
                fresh = Hashes.node(sibling, fresh);
            } else {
                fresh = Hashes.node(fresh, sibling);
            }
            climb.up();
        }
        if (!climb.isAtTop()) {
            return new ProofOutcome.Fails("the path ends below the root");
        }
        if (!old.equals(former)) {
            return new ProofOutcome.Fails(differs(from, old, former));
        }
        return fresh.equals(later) ? new ProofOutcome.Holds() : new ProofOutcome.Fails(differs(to, fresh, later));
    }

    private static String differs(long size, Hash found, Hash said) {
        return "the path leads to " + found.base64() + " as the root of " + size + " leaves, not to " + said.base64();
    }
}
