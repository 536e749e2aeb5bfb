package cn.quality.credit.owner;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.id.Ids;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.sql.Jdbc;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Records who looked an enterprise up. A look by a known client is written with the answer; looks of the public are
 * counted in memory and added to the day's count in batches, so that a lookup costs no write.
 */
@ApplicationScoped
public class AccessRecord {

    private static final Logger LOG = Logger.getLogger(AccessRecord.class);
    private static final String UNNAMED_OFFICE = "未注明部门的机关";

    @ConfigMapping(prefix = "quality.looks")
    interface Config {

        /** How long the enterprise can see who looked. */
        @WithDefault("1095d")
        Duration retention();

        /** How often counts are added to the database; what is not yet there when the power fails is lost. */
        @WithDefault("2s")
        Duration flush();
    }

    private record Day(String uscc, LocalDate day) {}

    private final Jdbc sql;
    private final Caller caller;
    private final Clock clock;
    private final Config config;
    private final Map<Day, Long> counts = new ConcurrentHashMap<>();
    private final Thread thread = Thread.ofVirtual().name("look-counts").unstarted(this::run);
    private @Nullable LocalDate forgottenOn;
    private volatile boolean stopping;

    AccessRecord(Jdbc sql, Caller caller, Clock clock, Config config) {
        this.sql = sql;
        this.caller = caller;
        this.clock = clock;
        this.config = config;
    }

    /**
     * A system was answered about these enterprises. Within the caller's transaction.
     *
     * @param client id of the system
     * @param purpose in the asker's words
     * @param codes unified social credit codes
     */
    public void record(String client, String purpose, Collection<String> codes) {
        write(client, null, purpose, codes);
    }

    /** The calling official was shown this enterprise's record beyond what the public sees. */
    public void record(String purpose, String code) {
        write(caller.id(), caller.department().orElse(UNNAMED_OFFICE), purpose, List.of(code));
    }

    /** Somebody was shown what the public sees. */
    public void count(String code) {
        counts.merge(new Day(code, LegalDates.today(clock)), 1L, Long::sum);
    }

    private void write(String client, @Nullable String department, String purpose, Collection<String> codes) {
        var now = clock.instant();
        var rows = new ArrayList<@Nullable Object[]>(codes.size());
        for (var code : codes) {
            rows.add(new @Nullable Object[] {Ids.next(), code, client, department, purpose, now});
        }
        if (!rows.isEmpty()) {
            sql.batch(
                    "insert into look (id, uscc, client, department, purpose, looked_at) values (?, ?, ?, ?, ?, ?)",
                    rows);
        }
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(5));
    }

    private void run() {
        while (!stopping) {
            try {
                Thread.sleep(config.flush().toMillis());
            } catch (InterruptedException e) {
                // Told to stop: once more, then no more.
            }
            try {
                flush();
                forgetOnceADay();
            } catch (RuntimeException e) {
                LOG.warnf("Look counts wait: %s", e.getMessage());
            }
        }
    }

    /** Rows in one order, so that two services never wait for each other in a ring. */
    private void flush() {
        var taken = new ArrayList<@Nullable Object[]>();
        counts.keySet().stream()
                .sorted(Comparator.comparing(Day::uscc).thenComparing(Day::day))
                .forEach(day -> {
                    var looks = counts.remove(day);
                    if (looks != null) {
                        taken.add(new @Nullable Object[] {day.uscc(), day.day(), looks});
                    }
                });
        if (taken.isEmpty()) {
            return;
        }
        try {
            sql.batch("""
                    insert into look_count as known (uscc, day, looks) values (?, ?, ?)
                    on conflict (uscc, day) do update set looks = known.looks + excluded.looks""", taken);
        } catch (RuntimeException e) {
            taken.forEach(row -> counts.merge(new Day((String) row[0], (LocalDate) row[1]), (Long) row[2], Long::sum));
            throw e;
        }
    }

    private void forgetOnceADay() {
        var today = LegalDates.today(clock);
        if (!today.equals(forgottenOn)) {
            var oldest = clock.instant().minus(config.retention());
            sql.update("delete from look where looked_at < ?", oldest);
            sql.update("delete from look_count where day < ?", LegalDates.on(oldest));
            forgottenOn = today;
        }
    }
}
