package cn.quality.gateway.cache;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.function.Consumer;

/** What a passage does for the cache on its way to a service and back. */
public interface Errand {

    /** A passage for its own caller alone. */
    Errand NONE = new Errand() {};

    /** Has the last word on the headers that go to the service. */
    default void prepare(MultiMap headers) {}

    /**
     * The service began to answer. What may be kept is taken in whole, so that a slow caller holds up nobody else, and given
     * to the caller from here.
     *
     * @param headers as they came
     * @param length of the body, negative when it is not told
     * @param body paused
     * @param broken told when the body breaks off; the caller still waits then
     * @return false when the passage has to hand on the answer itself
     */
    default boolean takes(
            int status, MultiMap headers, long length, ReadStream<Buffer> body, Consumer<Throwable> broken) {
        return false;
    }

    /**
     * The service failed.
     *
     * @return whether the caller was given something all the same
     */
    default boolean makesUp() {
        return false;
    }
}
