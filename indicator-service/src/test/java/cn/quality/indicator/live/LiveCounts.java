package cn.quality.indicator.live;

import static cn.quality.indicator.Api.anyone;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.quality.platform.clock.LegalDates;
import cn.quality.testing.CloudEvent;
import cn.quality.testing.EventBroker;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** What has been counted so far. */
final class LiveCounts {

    private LiveCounts() {}

    /** A number of records is that many of that many. */
    static Tally tally(String code) {
        var figures = anyone().get("/live").then().statusCode(200).extract().jsonPath();
        var path = "figures.find {it.code == '%s'}.".formatted(code);
        return figures.get(path + "denominator") == null
                ? new Tally(figures.getLong(path + "value"), figures.getLong(path + "value"))
                : new Tally(figures.getLong(path + "numerator"), figures.getLong(path + "denominator"));
    }

    /** A day of the year that rates are shown for. */
    static String thisYear(Clock clock) {
        return LegalDates.today(clock).withDayOfYear(1).toString();
    }

    /** Sends each key a last word that nobody understands; once it is taken, so is all before it on the same partition. */
    static void afterEverythingOn(DataSource database, String topic, UUID... keys) {
        var last = Stream.of(keys)
                .map(key -> Events.event(topic, "cn.quality.test.last-word", key, 1, "{}"))
                .toList();
        EventBroker.send(last);
        var ids = last.stream().map(CloudEvent::id).toList();
        await().atMost(Duration.ofSeconds(60)).until(() -> taken(database, ids), equalTo(ids.size()));
    }

    private static int taken(DataSource database, List<UUID> ids) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select count(*) from inbox where event_id = any(?)")) {
            query.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (var row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
