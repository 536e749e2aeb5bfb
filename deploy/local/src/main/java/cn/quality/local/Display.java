package cn.quality.local;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Shows what each part is doing: on a terminal one line per part, redrawn in place; otherwise a plain line whenever
 * something changes, which is what a log wants.
 */
final class Display implements AutoCloseable {

    /** What a part is up to, as the reader sees it. */
    enum State {
        WAITING("waiting"),
        STARTING("starting"),
        READY("ready"),
        STOPPING("stopping"),
        STOPPED("stopped"),
        FAILED("FAILED");

        private final String word;

        State(String word) {
            this.word = word;
        }
    }

    private record Line(State state, String note, long since, long until) {

        boolean takesTime() {
            return state == State.STARTING || state == State.STOPPING;
        }

        String elapsed(long now) {
            long end = takesTime() ? now : until;
            return state == State.WAITING
                    ? ""
                    : "%5.1f s".formatted(Duration.ofNanos(end - since).toMillis() / 1000.0);
        }
    }

    private static final long REDRAW_MILLIS = 200;
    private static final int WIDTH = 100;

    private final PrintStream out;
    private final boolean live;
    private final Map<PartName, Line> lines = new EnumMap<>(PartName.class);
    private boolean started;
    private boolean drawn;
    private boolean closed;

    private Display(PrintStream out, boolean live) {
        this.out = out;
        this.live = live;
        for (PartName part : PartName.values()) {
            lines.put(part, new Line(State.WAITING, "", System.nanoTime(), System.nanoTime()));
        }
    }

    /** Shows nothing; for tests. */
    static Display silent() {
        return plain(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }

    static Display live(PrintStream out) {
        return new Display(out, true);
    }

    static Display plain(PrintStream out) {
        return new Display(out, false);
    }

    /** Prints a line above the parts. */
    synchronized void say(String line) {
        if (drawn && !closed) {
            out.print("\033[" + lines.size() + "A\r\033[J");
            drawn = false;
        }
        out.println(line);
    }

    synchronized void show(PartName part, State state, String note) {
        if (live && !started) {
            started = true;
            Thread.ofPlatform().daemon().name("display").start(this::redrawUntilClosed);
        }
        long now = System.nanoTime();
        Line before = lines.getOrDefault(part, new Line(State.WAITING, "", now, now));
        boolean goesOn = before.state() == state;
        Line line = new Line(state, note, goesOn || before.takesTime() ? before.since() : now, now);
        lines.put(part, line);
        boolean news = !goesOn || !note.equals(before.note());
        boolean sad = state == State.STOPPED || state == State.FAILED;
        if (news && (closed ? sad : !live)) {
            out.println(text(part, line, now).stripTrailing());
        }
    }

    private void redrawUntilClosed() {
        try {
            while (draw()) {
                Thread.sleep(REDRAW_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean draw() {
        if (closed) {
            return false;
        }
        var frame = new StringBuilder();
        if (drawn) {
            frame.append("\033[").append(lines.size()).append('A');
        }
        long now = System.nanoTime();
        lines.forEach((part, line) -> {
            String text = text(part, line, now);
            frame.append("\r\033[K")
                    .append(text, 0, Math.min(text.length(), WIDTH))
                    .append('\n');
        });
        out.print(frame);
        out.flush();
        drawn = true;
        return true;
    }

    private static String text(PartName part, Line line, long now) {
        return String.format(
                Locale.ROOT, "  %-18s %-9s %-9s %s", part.title(), line.state().word, line.elapsed(now), line.note());
    }

    /** Draws for the last time; whatever is printed afterwards follows below. */
    @Override
    public synchronized void close() {
        if (started && !closed) {
            draw();
        }
        closed = true;
    }
}
