package cn.quality.platform.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;

/** Jackson on values of our own. */
public final class Json {

    private Json() {}

    /** Writes or reads something. */
    public interface Work<T> {
        T done() throws JsonProcessingException;
    }

    public static <T> T unchecked(Work<T> work) {
        try {
            return work.done();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
