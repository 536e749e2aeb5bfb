package cn.quality.credit.complaint;

import cn.quality.platform.digest.ReceiptSecret;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.sql.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Admits the holder of the secret of a receipt number. Wrong secrets are counted against who tries them, never against the
 * receipt: or anybody who knows a number could shut out the complainant. They are counted outside any transaction, so that a
 * refusal does not undo the count, and whether or not there is such a complaint: the answers tell neither from the other.
 */
@ApplicationScoped
class ComplaintAuthenticator {

    static final ProblemType TOO_MANY_ATTEMPTS =
            new ProblemType(429, "too-many-attempts", new Text("尝试次数过多", "Too many attempts"));

    /** Compared with when there is no such complaint, so that this takes as long. */
    private static final String NOBODYS_HASH = "0".repeat(64);

    private final Jdbc sql;
    private final IdentityStore identities;
    private final ComplaintConfig config;
    private final Clock clock;

    ComplaintAuthenticator(Jdbc sql, IdentityStore identities, ComplaintConfig config, Clock clock) {
        this.sql = sql;
        this.identities = identities;
        this.config = config;
        this.clock = clock;
    }

    private record Lock(UUID id, String hash) {}

    /**
     * @throws Problem 401 without a secret, 404 when there is no such complaint or the secret is wrong, 429
     *     {@code too-many-attempts}
     */
    void open(Receipt receipt, @Nullable String secret, Guesser guesser) {
        if (secret == null || secret.isBlank()) {
            throw new Problem(
                    ProblemTypes.UNAUTHENTICATED,
                    new Text("请在 Complaint-Secret 中提供查询密码", "Give the secret in the header Complaint-Secret"));
        }
        var who = identities.fingerprint(guesser);
        refuseTooMany(who);
        var lock = sql.first(
                "select id, secret_hash from complaint where receipt = ?",
                row -> new Lock(row.getObject("id", UUID.class), row.getString("secret_hash")),
                receipt.value());
        boolean right = new ReceiptSecret(secret).matches(lock.map(Lock::hash).orElse(NOBODYS_HASH));
        if (!right) {
            sql.update("""
                    insert into complaint_attempt (guesser, failed, last_failure) values (?, 1, ?)
                    on conflict (guesser) do update set last_failure = excluded.last_failure,
                      failed = case when complaint_attempt.last_failure > ? then complaint_attempt.failed + 1 else 1 end""", who, clock.instant(), forgottenBefore());
            throw new Problem(
                    ProblemTypes.NOT_FOUND, new Text("回执编号与查询密码不符", "Receipt number and secret do not match"));
        }
        sql.update("update complaint set secret_used = true where receipt = ? and not secret_used", receipt.value());
    }

    /** A right secret does not clear the count: with one of one's own, the secrets of others could be tried for ever. */
    private void refuseTooMany(String who) {
        sql.first(
                        "select last_failure from complaint_attempt where guesser = ? and failed >= ? and last_failure > ?",
                        row -> Jdbc.instant(row, "last_failure"),
                        who,
                        config.attempts(),
                        forgottenBefore())
                .ifPresent(last -> {
                    var wait = Duration.between(clock.instant(), last.plus(config.pause()));
                    throw new Problem(
                                    TOO_MANY_ATTEMPTS,
                                    Text.of(
                                            "密码多次有误，请 %d 分钟后再试",
                                            "Too many wrong secrets; try again in %d minutes", wait.toMinutes() + 1))
                            .retryAfter(wait.toSeconds() + 1);
                });
    }

    private Instant forgottenBefore() {
        return clock.instant().minus(config.pause());
    }

    /** A new secret in place of an unused one, because the response with it was lost; none otherwise. */
    Optional<ReceiptSecret> reissue(UUID complaint) {
        var secret = ReceiptSecret.fresh();
        return sql.update(
                                "update complaint set secret_hash = ? where id = ? and not secret_used",
                                secret.hash(),
                                complaint)
                        == 1
                ? Optional.of(secret)
                : Optional.empty();
    }

    /** Forgets attempts that count no more. */
    void sweep() {
        sql.update("delete from complaint_attempt where last_failure < ?", forgottenBefore());
    }
}
