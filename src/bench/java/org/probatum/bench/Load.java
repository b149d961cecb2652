package org.probatum.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Clients that take one decision after another to publication, for so many seconds. */
final class Load {
    /** Ends what hangs: a lifecycle under way at the end of a phase has this long to finish. */
    private static final int DRAIN_SECONDS = 60;

    private final Service service;
    private final Database database;
    private final List<People.Seat> seats;
    private final AtomicLong numbers = new AtomicLong();
    private final List<String> errors = new ArrayList<>();
    private long finished;

    /** A phase's figures; CPU is milliseconds a lifecycle, of the service, of the database and of the clients themselves. */
    record Phase(
            String warmth,
            int clients,
            int seconds,
            Tally.Sum sum,
            double serviceCpu,
            double databaseCpu,
            double ownCpu) {}

    Load(Service service, Database database, List<People.Seat> seats) {
        this.service = service;
        this.database = database;
        this.seats = seats;
    }

    /** Lifecycles taken to publication so far. */
    long finished() {
        return finished;
    }

    /** Everything that went otherwise than expected so far. */
    List<String> errors() {
        return errors;
    }

    Phase run(String warmth, int clients, int seconds) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        long serviceCpu = service.cpuMillis();
        long databaseCpu = database.cpuMillis();
        long ownCpu = ownCpuMillis();
        List<Tally> tallies = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            People.Seat seat = seats.get(i);
            Tally tally = new Tally(deadline);
            tallies.add(tally);
            threads.add(new Thread(() -> client(seat, tally, deadline), "client-" + i));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(seconds + DRAIN_SECONDS));
            if (thread.isAlive()) {
                throw new IllegalStateException("a client hangs");
            }
        }
        Tally.Sum sum = Tally.Sum.of(tallies);
        finished += sum.lifecycles();
        errors.addAll(sum.errors());
        double lifecycles = Math.max(1, sum.lifecycles());
        return new Phase(
                warmth,
                clients,
                seconds,
                sum,
                (service.cpuMillis() - serviceCpu) / lifecycles,
                (database.cpuMillis() - databaseCpu) / lifecycles,
                (ownCpuMillis() - ownCpu) / lifecycles);
    }

    private void client(People.Seat seat, Tally tally, long deadline) {
        while (System.nanoTime() < deadline && !tally.isHopeless()) {
            try (Wire wire = new Wire(service.port())) {
                while (System.nanoTime() < deadline) {
                    Lifecycle.run(wire, seat, tally, numbers.incrementAndGet());
                }
            } catch (Lifecycle.Unexpected | IOException | RuntimeException e) {
                tally.failed(String.valueOf(e.getMessage()));
            }
        }
    }

    private static long ownCpuMillis() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return TimeUnit.NANOSECONDS.toMillis(system.getProcessCpuTime());
    }
}
