package cn.quality.platform.inbox;

import cn.quality.platform.sql.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** A consumer as a service would write it. */
@ApplicationScoped
class Ledger implements EventConsumer {

    static final String TOPIC = "quality.credit.enterprise";

    private final Jdbc sql;

    Ledger(Jdbc sql) {
        this.sql = sql;
    }

    record Booking(long amount, boolean poison) {}

    @Override
    public String group() {
        return "ledger";
    }

    @Override
    public Set<String> topics() {
        return Set.of(TOPIC);
    }

    @Override
    public void on(InboundEvent event) throws Exception {
        var booking = event.data(Booking.class);
        sql.update(
                "insert into ledger (event_id, subject, amount) values (?, ?, ?)",
                event.id(),
                event.subject(),
                booking.amount());
        if (booking.poison()) {
            throw new IllegalArgumentException("cannot be booked");
        }
    }
}
