package cn.quality.platform.paging;

import cn.quality.platform.json.Json;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** The sort keys of the last row of a page, opaque to the client. */
public final class Cursor {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> keys;

    private Cursor(List<String> keys) {
        this.keys = keys;
    }

    public static Cursor of(Object... keys) {
        return new Cursor(Stream.of(keys).map(Object::toString).toList());
    }

    /** @throws Problem 400 {@code invalid-cursor} when the text is none of ours */
    public static Cursor parse(String text) {
        try {
            return new Cursor(List.of(JSON.readValue(Base64.getUrlDecoder().decode(text), String[].class)));
        } catch (IOException | IllegalArgumentException | NullPointerException e) {
            throw invalid();
        }
    }

    public String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Json.unchecked(() -> JSON.writeValueAsBytes(keys)));
    }

    public String text(int index) {
        return key(index, Function.identity());
    }

    public UUID uuid(int index) {
        return key(index, UUID::fromString);
    }

    public long number(int index) {
        return key(index, Long::parseLong);
    }

    public Instant instant(int index) {
        return key(index, Instant::parse);
    }

    /** A key of any other type; {@code parse} refuses with an {@link IllegalArgumentException}. */
    public <T> T key(int index, Function<String, T> parse) {
        try {
            return parse.apply(keys.get(index));
        } catch (IndexOutOfBoundsException | IllegalArgumentException | DateTimeException e) {
            throw invalid();
        }
    }

    private static Problem invalid() {
        return new Problem(
                ProblemTypes.INVALID_CURSOR,
                new Text("after 应取自上一页的 next,不可自行构造", "after must be the next of the page before"));
    }
}
