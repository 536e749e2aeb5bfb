package cn.quality.platform.inbox;

import java.util.Set;

/**
 * What a service does about other services' events. Implementations are application-scoped beans.
 *
 * <p>An implementation upserts only where {@link InboundEvent#sequence()} is newer than what it has, and returns quietly
 * from a type it does not know: producers may add types.
 */
public interface EventConsumer {

    /** Name of this consumer; each group sees every event once. Never change it, or history is read again. */
    String group();

    Set<String> topics();

    /**
     * Takes one event, in the transaction that also records its id.
     *
     * @throws Exception when the event cannot be digested; after a few attempts it becomes a dead letter
     */
    void on(InboundEvent event) throws Exception;
}
