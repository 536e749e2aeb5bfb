package cn.quality.gateway.identity;

import cn.quality.platform.digest.Digests;
import cn.quality.platform.digest.Secrets;
import cn.quality.platform.sql.Jdbc;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Logins in the gateways' database. A row is found by a digest of the session's id and sealed under another, so the table alone
 * opens nothing.
 */
final class DatabaseSessions implements SessionStore {

    private static final String SEAL = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Jdbc sql;
    private final SessionConfig config;
    private final Clock clock;
    private final ObjectMapper json;
    private final Vertx vertx;
    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();

    DatabaseSessions(Jdbc sql, SessionConfig config, Clock clock, ObjectMapper json, Vertx vertx) {
        this.sql = sql;
        this.config = config;
        this.clock = clock;
        this.json = json;
        this.vertx = vertx;
    }

    /** Sweeps what is over on the occasion. */
    @Override
    public Future<Void> add(Session session) {
        return onVirtualThread(() -> {
            var now = clock.instant();
            sql.update(
                    "delete from session where seen < ? or began < ?",
                    now.minus(config.idle()),
                    now.minus(config.lifetime()));
            sql.update(
                    "insert into session (key, subject, elsewhere, began, seen, sealed) values (?, ?, ?, ?, ?, ?)",
                    key(session.id()),
                    session.profile().subject(),
                    session.providerSession(),
                    session.began(),
                    session.seen(),
                    sealed(session));
            return null;
        });
    }

    @Override
    public Future<Optional<Session>> find(String id) {
        return onVirtualThread(() -> {
            var sealed = sql.first("select sealed from session where key = ?", row -> row.getBytes(1), key(id));
            return sealed.isEmpty() ? Optional.empty() : Optional.of(opened(id, sealed.get()));
        });
    }

    @Override
    public Future<Void> replace(Session session) {
        return onVirtualThread(() -> {
            sql.update(
                    "update session set seen = ?, sealed = ? where key = ?",
                    session.seen(),
                    sealed(session),
                    key(session.id()));
            return null;
        });
    }

    @Override
    public Future<Void> remove(String id) {
        return removed("delete from session where key = ?", key(id));
    }

    @Override
    public Future<Void> removeLogin(String providerSession) {
        return removed("delete from session where elsewhere = ?", providerSession);
    }

    @Override
    public Future<Void> removeUser(String subject) {
        return removed("delete from session where subject = ?", subject);
    }

    private Future<Void> removed(String statement, Object which) {
        return onVirtualThread(() -> {
            sql.update(statement, which);
            return null;
        });
    }

    /** On a thread that may wait; completes on the context this is called on. */
    private <T> Future<T> onVirtualThread(Callable<T> work) {
        var context = vertx.getOrCreateContext();
        var promise = Promise.<T>promise();
        threads.execute(() -> {
            try {
                var result = work.call();
                context.runOnContext(back -> promise.complete(result));
            } catch (Exception e) {
                context.runOnContext(back -> promise.fail(e));
            }
        });
        return promise.future();
    }

    private byte[] sealed(Session session) throws IOException, GeneralSecurityException {
        var nonce = Secrets.random(NONCE_BYTES);
        var sealed = cipher(Cipher.ENCRYPT_MODE, session.id(), nonce).doFinal(json.writeValueAsBytes(session));
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    private Session opened(String id, byte[] sealed) throws IOException, GeneralSecurityException {
        var nonce = ByteBuffer.wrap(sealed, 0, NONCE_BYTES);
        var bytes = new byte[NONCE_BYTES];
        nonce.get(bytes);
        return json.readValue(
                cipher(Cipher.DECRYPT_MODE, id, bytes).doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES),
                Session.class);
    }

    private static Cipher cipher(int mode, String id, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(SEAL);
        cipher.init(
                mode,
                new SecretKeySpec(Digests.sha256Bytes("seal:" + id), "AES"),
                new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static byte[] key(String id) {
        return Digests.sha256Bytes("key:" + id);
    }
}
