package cn.quality.credit.archive;

import cn.quality.platform.inbox.EventConsumer;
import cn.quality.platform.inbox.InboundEvent;
import cn.quality.platform.sql.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Stores which standards an enterprise has declared, as the standards service reports. Each event holds the whole
 * declaration, so whatever its type, the newest sequence wins.
 */
@ApplicationScoped
class DeclarationConsumer implements EventConsumer {

    private static final String TOPIC = "quality.standards.declaration";
    private static final String TYPES = "cn.quality.standards.declaration.";

    private final Jdbc sql;
    private final Clock clock;

    DeclarationConsumer(Jdbc sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What this service needs of a declaration. */
    record Declaration(
            UUID declarationId,
            String uscc,
            String standardNumber,
            String standardTitle,
            boolean ownStandard,
            Instant declaredAt,
            String state) {}

    @Override
    public String group() {
        return "credit-archive";
    }

    @Override
    public Set<String> topics() {
        return Set.of(TOPIC);
    }

    @Override
    public void on(InboundEvent event) throws Exception {
        if (!event.type().startsWith(TYPES)) {
            return;
        }
        var declaration = event.data(Declaration.class);
        sql.update(
                """
                insert into declared_standard (declaration_id, uscc, standard_number, standard_title, own_standard,
                                               declared_at, state, sequence, received_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (declaration_id) do update
                set standard_number = excluded.standard_number, standard_title = excluded.standard_title,
                    own_standard = excluded.own_standard, state = excluded.state, sequence = excluded.sequence,
                    received_at = excluded.received_at
                where declared_standard.sequence < excluded.sequence""",
                declaration.declarationId(),
                declaration.uscc(),
                declaration.standardNumber(),
                declaration.standardTitle(),
                declaration.ownStandard(),
                declaration.declaredAt(),
                declaration.state(),
                event.sequence(),
                clock.instant());
    }
}
