package cn.quality.platform.act;

import cn.quality.platform.http.Preconditions;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One act to be run by the {@link ActExecutor}. Begin with {@link #on} or {@link #making}; without more it needs neither a
 * key nor a version.
 *
 * @param name its name in the decision log, for example {@code listing.publish}
 * @param operation under which idempotency keys are compared; keys of different operations do not meet
 * @param request compared when the same key comes again
 * @param subject none for an act that makes its subject
 * @param verb decides, and changes the subject or makes one
 */
public record Act<T>(
        String name,
        ActSubject<T> kind,
        Optional<Supplier<T>> subject,
        Function<Optional<T>, ActResult<T>> verb,
        String operation,
        Object request,
        Preconditions preconditions,
        Act.VersionCheck versionCheck) {

    /** When the version in {@code If-Match} is compared, and whether there must be one. */
    public enum VersionCheck {
        /** No version is looked at. */
        NONE,
        /** After the verb, if one was sent: no version may delay, say, taking an entry off a list. */
        IF_GIVEN,
        /** After the verb: a stale version matters only for what is otherwise allowed (RFC 9110 §13.2.1). */
        REQUIRED,
        /** Before the verb. */
        REQUIRED_FIRST
    }

    /**
     * An act on what is on file.
     *
     * @param subject loads and locks it, or refuses with 404
     */
    public static <T> Act<T> on(ActSubject<T> kind, String name, Supplier<T> subject, Function<T, ActResult<T>> verb) {
        return new Act<>(
                name,
                kind,
                Optional.of(subject),
                loaded -> verb.apply(loaded.orElseThrow()),
                name,
                name,
                Preconditions.NONE,
                VersionCheck.NONE);
    }

    /** An act by which something comes on file. */
    public static <T> Act<T> making(ActSubject<T> kind, String name, Supplier<ActResult<T>> verb) {
        return new Act<>(
                name, kind, Optional.empty(), none -> verb.get(), name, name, Preconditions.NONE, VersionCheck.NONE);
    }

    /** Once per idempotency key, as long as the request is the same. */
    public Act<T> once(Preconditions sent, Object compared) {
        return once(name, sent, compared);
    }

    /** The same where keys are compared within something narrower than the act. */
    public Act<T> once(String within, Preconditions sent, Object compared) {
        return new Act<>(name, kind, subject, verb, within, compared, sent, versionCheck);
    }

    /** Upon the version that was sent, compared when this says. */
    public Act<T> upon(Preconditions sent, VersionCheck when) {
        return new Act<>(name, kind, subject, verb, operation, request, sent, when);
    }
}
