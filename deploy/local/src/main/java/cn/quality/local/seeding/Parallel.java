package cn.quality.local.seeding;

import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Does the same to many things, a few at a time, without ever holding more than those few. */
final class Parallel {

    private Parallel() {}

    /**
     * @param inFlight how many at once
     * @throws RuntimeException the first failure; what has not begun by then never does
     */
    static <T> void each(Stream<T> things, int inFlight, Consumer<T> act) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ExecutorCompletionService<Boolean>(threads);
            Iterator<T> next = things.iterator();
            int busy = 0;
            try {
                while (next.hasNext() || busy > 0) {
                    if (next.hasNext() && busy < inFlight) {
                        var thing = next.next();
                        var unused = running.submit(() -> act.accept(thing), true);
                        busy++;
                    } else {
                        running.take().get();
                        busy--;
                    }
                }
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw e.getCause() instanceof RuntimeException failure
                        ? failure
                        : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new SeedException("Seeding was interrupted; run it again to finish it", e);
            }
        }
    }
}
