package cn.quality.platform.decision;

import org.jspecify.annotations.Nullable;

/**
 * One act of an official or a system, to be logged.
 *
 * @param act stable English verb, for example {@code listing.publish}
 * @param subjectType what was acted upon, for example {@code listing}
 * @param reason why, in the actor's words; empty when the act needs none
 * @param basis legal basis or rule, by code; empty when there is none
 * @param before state before the act, stored as a digest only; null for a creation
 * @param after state after the act, stored as a digest only
 */
public record Decision(
        String act,
        String subjectType,
        String subjectId,
        String reason,
        String basis,
        @Nullable Object before,
        @Nullable Object after) {}
