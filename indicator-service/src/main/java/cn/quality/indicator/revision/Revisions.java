package cn.quality.indicator.revision;

import cn.quality.platform.decision.Decision;
import cn.quality.platform.decision.DecisionLog;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.json.Json;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.sql.Jdbc;
import cn.quality.platform.version.VersionTable;
import cn.quality.platform.version.Versioned;
import cn.quality.platform.version.VersionedStore;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** The versions of reference data; used inside the transaction that changes the data itself. */
@ApplicationScoped
public class Revisions {

    /** "Reference data of this service"; any constant that no other advisory lock of this database uses. */
    private static final long LOCK = 0x7175616c_69747901L;

    private final VersionedStore versions;
    private final Jdbc sql;
    private final DecisionLog decisions;
    private final ObjectMapper json;

    Revisions(VersionedStore.Factory store, Jdbc sql, DecisionLog decisions, ObjectMapper json) {
        this.versions = store.in(new VersionTable("revision", "subject", "id"));
        this.sql = sql;
        this.decisions = decisions;
        this.json = json;
    }

    /**
     * Reference data as it is sent.
     *
     * @param subject what kind of data, for example {@code indicator}
     * @param basis the document the data is taken from
     */
    public record Sent<T>(String subject, String id, T content, String basis) {}

    /**
     * Puts data in force unless it is already. One writer of reference data passes at a time, until its transaction ends:
     * the rule that a quotation stands in its plan spans a plan and all indicators that quote it. Writes are rare, so a
     * queue is cheaper than finer locks.
     *
     * @param ifMatch the version the change was decided upon, if the caller cares
     * @param change checks the data and changes the service's own tables; it may refuse by throwing
     * @param view the data as it stands afterwards
     */
    public <T, V> Put<V> put(Sent<T> sent, Optional<String> ifMatch, Runnable change, Supplier<V> view) {
        sql.query("select pg_advisory_xact_lock(?)", row -> true, LOCK);
        var created = new AtomicBoolean();
        var newest = versions.store(sent.subject(), sent.id(), sent.content(), next -> {
            Preconditions.ifMatch(ifMatch.orElse(null)).requireVersionIfGiven(next.version() - 1);
            change.run();
            created.set(next.before().isEmpty());
            decisions.append(new Decision(
                    sent.subject() + (created.get() ? ".added" : ".changed"),
                    sent.subject(),
                    sent.id(),
                    "基础数据维护",
                    sent.basis(),
                    next.before().orElse(null),
                    next.after()));
        });
        return new Put<>(view.get(), newest.version(), created.get());
    }

    /** What is in force. */
    public <T> Optional<Versioned<T>> newest(String subject, String id, Class<T> type) {
        return versions.newest(subject, id, type);
    }

    /** What is in force of each, by id. */
    public <T> List<Versioned<T>> newestOfEach(String subject, Class<T> type) {
        return versions.newestOfEach(subject, type);
    }

    /** What was in force under this version. */
    public <T> Optional<T> at(String subject, String id, long version, Class<T> type) {
        return sql.first(
                        "select body from revision where subject = ? and id = ? and version = ?",
                        row -> row.getString("body"),
                        subject,
                        id,
                        version)
                .map(body -> Json.unchecked(() -> json.readValue(body, type)));
    }

    /** Newest first. */
    public Page<RevisionView> of(String subject, String id, PageRequest request) {
        return versions.versions(subject, id, request)
                .map(known -> new RevisionView(known.version(), known.recordedAt(), known.item()));
    }
}
