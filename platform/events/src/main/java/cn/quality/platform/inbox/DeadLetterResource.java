package cn.quality.platform.inbox;

import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.sql.Jdbc;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Messages this service could not digest, for those who must mend the cause. */
@Path("dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operations", description = "运行与审计 (operations and audit)")
class DeadLetterResource {

    private final Jdbc sql;

    DeadLetterResource(Jdbc sql) {
        this.sql = sql;
    }

    /** The letter without its payload, which may hold what the reader should not see in passing. */
    record DeadLetterView(
            @Schema(examples = "1") long number,
            @Schema(examples = "indicator-listings") String group,
            @Schema(examples = "quality.credit.listing") String topic,
            @Schema(examples = "7") int partition,
            @Schema(examples = "4711") long offset,

            @Schema(examples = "0199e0f0-0000-7000-8000-000000000000") @Nullable
            String eventId,

            @Schema(examples = "cn.quality.credit.listing.published.v1") @Nullable
            String eventType,

            @Schema(examples = "IllegalArgumentException: no header ce_id")
            String failure,

            Instant failedAt) {}

    @GET
    @RolesAllowed("auditor")
    @Operation(operationId = "listDeadLetters")
    public Page<DeadLetterView> list(@Valid @BeanParam PageRequest request) {
        long after = request.cursor().map(cursor -> cursor.number(0)).orElse(0L);
        return Page.of(
                sql.query(
                        """
                        select number, consumer_group, topic, partition_number, message_offset, event_id, event_type,
                               failure, failed_at
                        from dead_letter where number > ? order by number limit ?""",
                        row -> new DeadLetterView(
                                row.getLong("number"),
                                row.getString("consumer_group"),
                                row.getString("topic"),
                                row.getInt("partition_number"),
                                row.getLong("message_offset"),
                                row.getString("event_id"),
                                row.getString("event_type"),
                                row.getString("failure"),
                                Jdbc.instant(row, "failed_at")),
                        after,
                        request.fetch()),
                request,
                letter -> Cursor.of(letter.number()));
    }
}
