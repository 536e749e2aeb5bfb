package cn.quality.gateway.webhooks;

import cn.quality.platform.sql.Jdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The latest event about a subject, as it is sent.
 *
 * @param position place in the order in which events came to the gateways
 * @param data JSON
 */
record EventSnapshot(
        UUID id,
        String aggregate,
        String subject,
        long position,
        String type,
        String source,
        long sequence,
        Instant time,
        Optional<String> traceparent,
        String data) {

    static EventSnapshot read(ResultSet row) throws SQLException {
        return new EventSnapshot(
                row.getObject("event_id", UUID.class),
                row.getString("aggregate"),
                row.getString("subject"),
                row.getLong("position"),
                row.getString("type"),
                row.getString("source"),
                row.getLong("sequence"),
                Jdbc.instant(row, "time"),
                Optional.ofNullable(row.getString("traceparent")),
                row.getString("data"));
    }
}
