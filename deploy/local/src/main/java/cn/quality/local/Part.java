package cn.quality.local;

import cn.quality.embedded.Progress;
import cn.quality.local.Display.State;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One part of a suite. Starting and stopping return when it is done and do nothing when it is done already; whoever
 * stops a part on purpose does not hear of its death.
 */
public final class Part {

    /** A part that runs. */
    interface Running {

        /** Done when the process has ended, for whatever reason. */
        CompletableFuture<?> onExit();

        long pid();

        void stop();

        void kill();
    }

    /** Starts a part and returns when it can be used. */
    @FunctionalInterface
    interface Launch {
        Running launch(Progress progress);
    }

    private final PartName name;
    private final Launch launch;
    private final Runnable sweep;
    private final Display display;
    private final Consumer<PartName> deaths;
    private @Nullable Running running;

    /**
     * @param sweep ends what an interrupted launch may have left running
     * @param deaths hears of an end that nobody asked for
     */
    Part(PartName name, Launch launch, Runnable sweep, Display display, Consumer<PartName> deaths) {
        this.name = name;
        this.launch = launch;
        this.sweep = sweep;
        this.display = display;
        this.deaths = deaths;
    }

    public PartName name() {
        return name;
    }

    /** The number of the process, when it runs. */
    public synchronized Optional<Long> pid() {
        return Optional.ofNullable(running).map(Running::pid);
    }

    /**
     * Starts the part, on the data it has, and returns when it can be used.
     *
     * @throws RuntimeException when it does not start; the message has the reason and the end of its log
     */
    public synchronized void start() {
        if (running != null) {
            return;
        }
        display.show(name, State.STARTING, "");
        try {
            Running started = launch.launch(step -> {
                if (!step.equals("ready") && !step.equals("starting")) {
                    display.show(name, State.STARTING, step);
                }
            });
            running = started;
            display.show(name, State.READY, "");
            started.onExit().thenRun(() -> ended(started)).exceptionally(never -> null);
        } catch (RuntimeException e) {
            boolean asked = Thread.interrupted();
            sweep.run();
            display.show(name, asked ? State.STOPPED : State.FAILED, "");
            throw e;
        }
    }

    /** Stops the part in good order and keeps its data; what does not end in time is killed. */
    public void stop() {
        forgotten().ifPresent(process -> {
            display.show(name, State.STOPPING, "");
            process.stop();
            display.show(name, State.STOPPED, "");
        });
    }

    /** Kills the part's process without warning, as a crash would ({@code kill -9}). */
    public void kill() {
        forgotten().ifPresent(process -> {
            process.kill();
            display.show(name, State.STOPPED, "killed");
        });
    }

    /** What ran until now; from here on its end is no news. */
    private synchronized Optional<Running> forgotten() {
        Optional<Running> process = Optional.ofNullable(running);
        running = null;
        return process;
    }

    private synchronized void ended(Running process) {
        if (process.equals(running)) {
            running = null;
            display.show(name, State.FAILED, "ended by itself");
            deaths.accept(name);
        }
    }
}
