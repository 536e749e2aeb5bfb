package cn.quality.platform.outbox;

import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.sql.Jdbc;
import cn.quality.platform.topics.Topics;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What has changed since a system last asked, for systems that pull instead of reading Kafka.
 *
 * <p>Only the latest event of each subject is shown: it carries the full state, and what an earlier one said may have been
 * withdrawn since and must not be told any more.
 */
@Path("changes")
@Produces(MediaType.APPLICATION_JSON)
@IfBuildProperty(name = "quality.change-feed", stringValue = "true", enableIfMissing = true)
@Tag(name = "changes", description = "变更订阅 (change feed)")
class ChangeFeedResource {

    private static final String LATEST = """
            select position, id, type, subject, sequence, occurred_at, data from outbox o
            where position > ? and (cardinality(?) = 0 or type = any(?)) and topic <> all(?)
              and not exists (select 1 from outbox later
                              where later.topic = o.topic and later.subject = o.subject and later.position > o.position)
            order by position limit ?""";

    private final Jdbc sql;
    private final String source;

    ChangeFeedResource(Jdbc sql, @ConfigProperty(name = "quarkus.application.name") String application) {
        this.sql = sql;
        this.source = "/" + application;
    }

    /** A CloudEvent in JSON format, and its place in the feed. */
    record Change(
            @Schema(hidden = true) long position,
            @Schema(examples = "1.0") String specversion,
            UUID id,
            @Schema(examples = "/credit-service") String source,

            @Schema(examples = "cn.quality.credit.listing.published.v1")
            String type,

            String subject,
            @Schema(examples = "3") long sequence,
            Instant time,
            @JsonRawValue @Schema(type = SchemaType.OBJECT) String data) {}

    /**
     * @param next where to go on, also when nothing is new: keep it and ask again with it
     * @param more whether more is waiting right now
     */
    record Changes(
            List<Change> items,
            @Schema(examples = "WyI0NzExIl0") String next,
            @Schema(examples = "false") boolean more) {}

    @GET
    @RolesAllowed({"screening-client", "auditor"})
    @Transactional
    @Operation(operationId = "readChanges")
    public Changes since(@Valid @BeanParam PageRequest request, @QueryParam("types") List<String> types) {
        var kept = kept();
        long after = request.cursor().map(cursor -> place(cursor, kept)).orElse(-1L);
        var wanted = types.stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(ChangeFeedResource::known)
                .toArray(String[]::new);
        var rows = sql.query(
                LATEST,
                row -> new Change(
                        row.getLong("position"),
                        "1.0",
                        row.getObject("id", UUID.class),
                        source,
                        row.getString("type"),
                        row.getString("subject"),
                        row.getLong("sequence"),
                        Jdbc.instant(row, "occurred_at"),
                        row.getString("data")),
                after,
                wanted,
                wanted,
                Topics.allPrivate(),
                request.fetch());
        boolean more = rows.size() > request.limit();
        var shown = more ? rows.subList(0, request.limit()) : rows;
        long last = shown.isEmpty() ? after : shown.getLast().position();
        // Whoever has read all goes on from the end, or the cursor of a rare type would grow too old.
        var next = Cursor.of(source + ":" + (more ? last : Math.max(last, kept.newest())));
        return new Changes(shown, next.encode(), more);
    }

    private record Kept(long oldest, long newest) {}

    private Kept kept() {
        return sql.first(
                        "select coalesce(min(position), 0) as oldest, coalesce(max(position), 0) as newest from outbox",
                        row -> new Kept(row.getLong("oldest"), row.getLong("newest")))
                .orElseThrow();
    }

    /**
     * Positions have no gaps, so a reader has missed something exactly when the one after his is gone; one that lies ahead
     * is from before the data were set up anew. Another service's cursor is none.
     */
    private long place(Cursor cursor, Kept kept) {
        long after = cursor.key(0, text -> Long.parseLong(text.replace(source + ":", "")));
        if (after > kept.newest() || (after >= 0 && after + 1 < kept.oldest())) {
            throw new Problem(
                    ProblemTypes.CURSOR_TOO_OLD,
                    new Text("游标早于保留期，请重新全量读取后从头订阅", "Older than what is kept; read everything anew, then start over"));
        }
        return after;
    }

    /** Each event type has a schema; a mistyped one would be waited for in vain. */
    private static String known(String type) {
        var schemas = Thread.currentThread().getContextClassLoader();
        if (!type.matches("[a-z0-9.-]+") || schemas.getResource("schemas/" + type + ".json") == null) {
            throw new Problem(ProblemTypes.INVALID_ARGUMENT, Text.of("没有事件类型“%s”", "No event type '%s' here", type))
                    .with("types", "unknown", new Text("可用类型见各事件的 schema", "One of the types that have a schema"));
        }
        return type;
    }
}
