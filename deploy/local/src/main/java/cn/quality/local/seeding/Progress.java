package cn.quality.local.seeding;

import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far a step has come. */
interface Progress extends AutoCloseable {

    void advance(int items);

    @Override
    void close();

    /** Where and whether progress is shown. */
    interface Display {

        Progress step(String name, long items);

        static Display of(boolean quiet) {
            if (quiet) {
                return (name, items) -> new Silent();
            }
            var console = System.console();
            return console != null && console.isTerminal()
                    ? Bar::new
                    : (name, items) -> new Lines(name, items, System.out);
        }
    }

    /** On a terminal: a bar that grows. */
    final class Bar implements Progress {

        private final ProgressBar bar;

        Bar(String name, long items) {
            bar = new ProgressBarBuilder()
                    .setTaskName("  " + name)
                    .setInitialMax(items)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .setMaxRenderedLength(100)
                    .build();
        }

        @Override
        public void advance(int items) {
            bar.stepBy(items);
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** In a log: one line for a short step, a line for each fifth of a long one. */
    final class Lines implements Progress {

        private static final int LONG = 500;
        private static final int PARTS = 5;

        private final String name;
        private final long items;
        private final PrintStream out;
        private final int parts;
        private long done;
        private long told;

        Lines(String name, long items, PrintStream out) {
            this.name = name;
            this.items = items;
            this.out = out;
            this.parts = items < LONG ? 1 : PARTS;
        }

        @Override
        public synchronized void advance(int more) {
            done += more;
            long reached = done * parts / items;
            if (reached > told) {
                told = reached;
                out.printf("  %-24s %,d of %,d%n", name, done, items);
            }
        }

        @Override
        public void close() {}
    }

    /** Nowhere. */
    final class Silent implements Progress {

        @Override
        public void advance(int items) {}

        @Override
        public void close() {}
    }
}
