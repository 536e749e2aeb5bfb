package cn.quality.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.platform.id.Ids;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.sql.Jdbc;
import cn.quality.testing.PlatformTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@PlatformTest
class IdempotencyTest {

    @Inject
    Idempotency idempotency;

    @Inject
    Jdbc sql;

    @Test
    void theSameRequestAgainYieldsTheFirstResult() {
        var key = Optional.of(UUID.randomUUID().toString());
        assertThat(open(key, "A-" + key.get())).isEqualTo(open(key, "A-" + key.get()));
    }

    @Test
    void aKeyWithAnotherRequestIsRefused() {
        var key = Optional.of(UUID.randomUUID().toString());
        open(key, "B-" + key.get());
        assertThatThrownBy(() -> open(key, "C-" + key.get()))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.type().code()).isEqualTo("idempotency-key-reused"));
    }

    @Test
    void sentTenTimesAtOnceItHappensOnce() throws Exception {
        var key = Optional.of(UUID.randomUUID().toString());
        var results = new HashSet<UUID>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var requests = new ArrayList<Callable<UUID>>();
            for (int i = 0; i < 10; i++) {
                requests.add(() -> open(key, "D-" + key.get()));
            }
            for (var done : pool.invokeAll(requests)) {
                results.add(done.get());
            }
        }
        assertThat(results).hasSize(1);
        assertThat(accounts("D-" + key.get())).hasSize(1);
    }

    @Test
    void aFailedAttemptDoesNotUseUpTheKey() {
        var key = Optional.of(UUID.randomUUID().toString());
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> idempotency.once("open", key, "E-" + key.get(), () -> {
                            throw new IllegalStateException("cut in the middle");
                        })))
                .hasMessageContaining("cut");
        assertThat(accounts("E-" + key.get())).isEmpty();
        open(key, "E-" + key.get());
        assertThat(accounts("E-" + key.get())).hasSize(1);
    }

    private UUID open(Optional<String> key, String name) {
        return QuarkusTransaction.requiringNew()
                .call(() -> idempotency.once("open", key, name, () -> {
                    var id = Ids.next();
                    sql.update("insert into account (id, name) values (?, ?)", id, name);
                    return id;
                }));
    }

    private List<UUID> accounts(String name) {
        return sql.query("select id from account where name = ?", row -> row.getObject(1, UUID.class), name);
    }
}
