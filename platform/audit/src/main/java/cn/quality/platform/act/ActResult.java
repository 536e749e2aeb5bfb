package cn.quality.platform.act;

import cn.quality.platform.outbox.OutboundEvent;
import org.jspecify.annotations.Nullable;

/**
 * What a verb has done.
 *
 * @param subject it, after the act
 * @param changed whether there is anything to publish and to log
 * @param removed whether it is there no more
 * @param event what other services receive; null when nothing is published
 * @param reason why, for the decision log; empty when the act needs no reason
 * @param basis legal basis or rule, by code, for the decision log
 * @param completion what else belongs to the change, once the version has been compared and before the event is stored
 */
public record ActResult<T>(
        T subject,
        boolean changed,
        boolean removed,
        @Nullable OutboundEvent event,
        String reason,
        String basis,
        Runnable completion) {

    private static final Runnable NOTHING = () -> {};

    public static <T> ActResult<T> changed(T subject) {
        return new ActResult<>(subject, true, false, null, "", "", NOTHING);
    }

    /** All was so already: no version is compared, no event is stored and no line is written. */
    public static <T> ActResult<T> unchanged(T subject) {
        return new ActResult<>(subject, false, false, null, "", "", NOTHING);
    }

    /** @param subject as it was last */
    public static <T> ActResult<T> removed(T subject) {
        return new ActResult<>(subject, true, true, null, "", "", NOTHING);
    }

    public ActResult<T> event(@Nullable OutboundEvent published) {
        return new ActResult<>(subject, changed, removed, published, reason, basis, completion);
    }

    public ActResult<T> because(String why) {
        return new ActResult<>(subject, changed, removed, event, why, basis, completion);
    }

    public ActResult<T> basedOn(String law) {
        return new ActResult<>(subject, changed, removed, event, reason, law, completion);
    }

    public ActResult<T> completedBy(Runnable step) {
        return new ActResult<>(subject, changed, removed, event, reason, basis, step);
    }
}
