package org.probatum.support;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Lets several threads do something at the same moment. */
public final class Together {
    private static final long PATIENCE_SECONDS = 60;

    private Together() {}

    /** Starts all of them at once and gives what came of each, in their order. */
    public static <T> List<T> all(List<Callable<T>> acts) {
        ExecutorService threads = Executors.newFixedThreadPool(acts.size());
        CyclicBarrier start = new CyclicBarrier(acts.size());
        try {
            List<Future<T>> begun = acts.stream()
                    .map(act -> threads.submit(() -> {
                        start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                        return act.call();
                    }))
                    .toList();
            return begun.stream().map(Together::result).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    /** Starts the same act so many times at once. */
    public static <T> List<T> times(int count, Callable<T> act) {
        return all(Stream.generate(() -> act).limit(count).toList());
    }

    private static <T> T result(Future<T> begun) {
        try {
            return begun.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("it did not come to an end", e);
        }
    }
}
