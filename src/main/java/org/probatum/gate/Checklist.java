package org.probatum.gate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Binding;

/**
 * The verification checklist: each promised outcome, what was gained on each criterion that decides, whether each decisive run
 * was reproduced, and whether the runs record what they have to. Each is measured, has a threshold, and passes or does not.
 * Hard constraints are sentences: no number is read out of them, and none is on it.
 */
public final class Checklist {
    static final String OUTCOME = "outcome:";
    static final String SUPERIORITY = "superiority:";
    static final String REPRODUCTION = "reproduction:";
    static final String METADATA = "metadata";
    private static final String REQUIREMENT = "verification.checklist";

    /**
     * One measurable item. What records older than ids have of it is there in all; the rest is null in those.
     *
     * @param id what it is waived by, such as {@code outcome:auc}
     * @param metric what is measured
     * @param threshold what it should be
     * @param measured what it is, where that is a number
     * @param runs over how many runs
     * @param passes by what was measured alone
     * @param found what it is, in words, where a number does not say it all
     * @param source where that comes from: re-run values, a comparison, recorded runs
     * @param state PASSES; WAIVED, by whose word; ADVISORY, where policy does not let it bind; FAILS
     * @param waiver who lets it stay so, until when and why
     */
    public record Item(
            @Nullable String id,
            String metric,
            String threshold,
            @Nullable BigDecimal measured,
            int runs,
            boolean passes,
            @Nullable String found,
            @Nullable String source,
            @Nullable String state,
            @Nullable String waiver) {
        /** The item as a waiver is bound to it: another measurement makes another item of it. */
        public String words() {
            if (id != null && id.startsWith(SUPERIORITY)) {
                return id.substring(SUPERIORITY.length()) + ": " + found;
            }
            if (id != null && id.startsWith(REPRODUCTION)) {
                return metric + ": " + found;
            }
            return found == null ? metric + " " + measuredWords() + ", wanted " + threshold : found;
        }

        /** The measured value as words. */
        public String measuredWords() {
            if (found != null) {
                return found;
            }
            return measured == null
                    ? "not measured"
                    : "measured " + measured.stripTrailingZeros().toPlainString();
        }

        /** Its state, told by what was measured alone in records that keep none. */
        public String standing() {
            return state == null ? passes ? "PASSES" : "FAILS" : state;
        }

        /** It stands in the way. */
        public boolean blocks() {
            return standing().equals("FAILS");
        }

        /** Somebody entitled may let it pass for a time. */
        public boolean waivable() {
            return id == null || !id.startsWith(REPRODUCTION);
        }

        /** It is an outcome that was promised. */
        public boolean promised() {
            return id == null || id.startsWith(OUTCOME);
        }

        /** It goes by this name: its id, or an outcome's metric. */
        boolean goesBy(@Nullable String name) {
            return name != null && (name.equals(id) || (OUTCOME + name).equals(id));
        }

        Item in(String settled, @Nullable String byWhom) {
            return new Item(id, metric, threshold, measured, runs, passes, found, source, settled, byWhom);
        }
    }

    private Checklist() {}

    /** The checklist of a decision as it stands; outcomes that cannot be measured yet are not on it. */
    public static List<Item> of(Case laid) {
        Bindings bindings = Bindings.of(laid);
        return Stream.of(
                        MeasuredItems.outcomes(laid).stream().map(item -> settled(item, null, Binding.REQUIRED, laid)),
                        MeasuredItems.superiority(laid).stream()
                                .flatMap(item -> bound(item, "options.superiority", bindings, laid)),
                        MeasuredItems.reproduction(laid).stream()
                                .map(item -> item.in(item.passes() ? "PASSES" : "FAILS", null)),
                        bound(MeasuredItems.metadata(laid), "verification.metadata", bindings, laid))
                .flatMap(items -> items)
                .toList();
    }

    /** What a requirement of its own asks binds here as much as there, and not at all where policy turned it off. */
    private static Stream<Item> bound(Item item, String requirement, Bindings bindings, Case laid) {
        Binding binding = bindings.of(requirement);
        return binding == Binding.OFF ? Stream.empty() : Stream.of(settled(item, requirement, binding, laid));
    }

    private static Item settled(Item item, @Nullable String requirement, Binding binding, Case laid) {
        if (item.passes()) {
            return item.in("PASSES", null);
        }
        if (binding == Binding.ADVISORY) {
            return item.in("ADVISORY", null);
        }
        return waiver(item, requirement, laid)
                .map(signed -> item.in("WAIVED", signed.words()))
                .orElseGet(() -> item.in("FAILS", null));
    }

    /** The item's own, one given by an outcome's metric, or one of the requirement that asks the same. */
    private static Optional<Waivers.Signed> waiver(Item item, @Nullable String requirement, Case laid) {
        String words = item.words();
        return laid.waiver(REQUIREMENT, item.id(), words)
                .or(() -> requirement == null
                        ? laid.waiver(REQUIREMENT, item.metric(), words)
                        : laid.waiverOfAll(requirement, words));
    }
}
