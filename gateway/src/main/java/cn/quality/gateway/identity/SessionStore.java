package cn.quality.gateway.identity;

import io.vertx.core.Future;
import java.util.Optional;

/** Where logins are stored. */
interface SessionStore {

    Future<Void> add(Session session);

    Future<Optional<Session>> find(String id);

    /** Stores a newer state of a login, unless it has ended meanwhile. */
    Future<Void> replace(Session session);

    Future<Void> remove(String id);

    /** Ends what belongs to one login at the identity service. */
    Future<Void> removeLogin(String providerSession);

    /** Ends every login of a user. */
    Future<Void> removeUser(String subject);
}
