package cn.quality.gateway.identity;

import io.vertx.core.Future;
import java.util.Optional;

/** Where logins are kept. */
interface SessionStore {

    Future<Void> add(Session session);

    Future<Optional<Session>> find(String id);

    /** Keeps a newer state of a login; of one that has ended meanwhile, nothing. */
    Future<Void> replace(Session session);

    Future<Void> remove(String id);

    /** Ends what belongs to one login at the identity service. */
    Future<Void> removeLogin(String elsewhere);

    /** Ends every login of a person. */
    Future<Void> removePerson(String subject);
}
