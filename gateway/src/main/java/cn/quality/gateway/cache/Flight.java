package cn.quality.gateway.cache;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Optional;

/**
 * One fetch that others may wait for. It ends with an answer they may have, or with nothing: what is not for everybody, and
 * every failure, is of no use to anybody but the one who fetched.
 */
final class Flight {

    private final Question question;
    private final long born;
    private final Promise<Optional<KeptAnswer>> landed = Promise.promise();

    /** @param born when the request begins, in nanoseconds of the keeper's clock */
    Flight(Question question, long born) {
        this.question = question;
        this.born = born;
    }

    Question question() {
        return question;
    }

    long born() {
        return born;
    }

    Future<Optional<KeptAnswer>> landing() {
        return landed.future();
    }

    void land(Optional<KeptAnswer> answer) {
        landed.tryComplete(answer);
    }
}
