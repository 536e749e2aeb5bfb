package cn.quality.gateway.identity;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Logins in this gateway's memory, in the order of their last use. */
final class MemorySessions implements SessionStore {

    private final Map<String, Session> sessions;

    MemorySessions(int most) {
        this.sessions = new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
                return size() > most;
            }
        };
    }

    @Override
    public synchronized Future<Void> add(Session session) {
        sessions.put(session.id(), session);
        return Future.succeededFuture();
    }

    @Override
    public synchronized Future<Optional<Session>> find(String id) {
        return Future.succeededFuture(Optional.ofNullable(sessions.get(id)));
    }

    @Override
    public synchronized Future<Void> replace(Session session) {
        sessions.replace(session.id(), session);
        return Future.succeededFuture();
    }

    @Override
    public synchronized Future<Void> remove(String id) {
        sessions.remove(id);
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> removeLogin(String providerSession) {
        return removeIf(session -> session.providerSession().equals(providerSession));
    }

    @Override
    public Future<Void> removeUser(String subject) {
        return removeIf(session -> session.profile().subject().equals(subject));
    }

    private synchronized Future<Void> removeIf(Predicate<Session> which) {
        sessions.values().removeIf(which);
        return Future.succeededFuture();
    }
}
