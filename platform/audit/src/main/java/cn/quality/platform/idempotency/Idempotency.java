package cn.quality.platform.idempotency;

import cn.quality.platform.digest.Digests;
import cn.quality.platform.identity.CurrentActor;
import cn.quality.platform.json.Json;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.sql.Jdbc;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Remembers which request of which caller made what. */
@ApplicationScoped
public class Idempotency {

    private static final int LONGEST_KEY = 200;
    private static final String REMEMBER =
            "update idempotency set result = ? where operation = ? and caller = ? and key = ?";
    private static final String FIRST =
            "select result from idempotency where operation = ? and caller = ? and key = ? and fingerprint = ?";

    private final Jdbc sql;
    private final CurrentActor actor;
    private final ObjectMapper json;
    private final Clock clock;

    Idempotency(Jdbc sql, CurrentActor actor, ObjectMapper json, Clock clock) {
        this.sql = sql;
        this.actor = actor;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Acts once per key: a second request with the same key waits for the first, then gets its result. Key and effect are
     * committed together, so a cut in the middle leaves neither.
     *
     * @param operation name of the use case; keys of different operations do not meet
     * @param key the {@code Idempotency-Key} header; without one the act simply happens
     * @param request compared with the first request under this key
     * @return identifier of what the first such request made
     * @throws Problem 409 {@code idempotency-key-reused} when the key came with another request before
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID once(String operation, Optional<String> key, Object request, Supplier<UUID> act) {
        if (key.isEmpty()) {
            return act.get();
        }
        if (key.get().isBlank() || key.get().length() > LONGEST_KEY) {
            throw new Problem(
                    ProblemTypes.INVALID_ARGUMENT,
                    Text.of(
                            "Idempotency-Key 须为 1–%d 个字符",
                            "Idempotency-Key must have 1 to %d characters", LONGEST_KEY));
        }
        var fingerprint = Digests.sha256(Json.unchecked(() -> json.writeValueAsBytes(request)));
        if (!claimed(operation, key.get(), fingerprint)) {
            return first(operation, key.get(), fingerprint);
        }
        var result = act.get();
        sql.update(REMEMBER, result, operation, actor.id(), key.get());
        return result;
    }

    private boolean claimed(String operation, String key, String fingerprint) {
        return sql.update("""
                insert into idempotency (operation, caller, key, fingerprint, created_at) values (?, ?, ?, ?, ?)
                on conflict do nothing""", operation, actor.id(), key, fingerprint, clock.instant()) == 1;
    }

    private UUID first(String operation, String key, String fingerprint) {
        var first =
                sql.first(FIRST, row -> row.getObject("result", UUID.class), operation, actor.id(), key, fingerprint);
        return first.orElseThrow(() -> new Problem(
                ProblemTypes.IDEMPOTENCY_KEY_REUSED,
                new Text("该幂等键已用于内容不同的请求", "This key came with a different request before")));
    }
}
