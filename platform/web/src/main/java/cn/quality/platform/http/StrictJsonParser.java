package cn.quality.platform.http;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at each token as it goes by, whatever it is read into: names and texts hold no {@linkplain ForbiddenCharacters
 * forbidden characters}, an object names each field once, and nothing follows the value. A refusal is the cause of the
 * exception that ends the reading.
 */
final class StrictJsonParser extends JsonParserDelegate {

    /** Names of the objects that are open, the innermost first. */
    private final Deque<Set<String>> names = new ArrayDeque<>();

    private boolean complete;

    StrictJsonParser(JsonParser parser) {
        super(parser);
    }

    @Override
    public @Nullable JsonToken nextToken() throws IOException {
        var token = super.nextToken();
        if (token == null) {
            return null;
        }
        if (complete) {
            throw refused(trailing());
        }
        switch (token) {
            case START_OBJECT -> names.push(new HashSet<>());
            case END_OBJECT -> names.pop();
            case FIELD_NAME -> checkName(currentName());
            case VALUE_STRING -> checkText(getText());
            default -> {}
        }
        complete = getParsingContext().inRoot();
        return token;
    }

    /** As the two below, of {@link #nextToken()}, since the delegate's own would pass by what is checked here. */
    @Override
    public @Nullable JsonToken nextValue() throws IOException {
        var token = nextToken();
        return token == JsonToken.FIELD_NAME ? nextToken() : token;
    }

    @Override
    public JsonParser skipChildren() throws IOException {
        var token = currentToken();
        if (token != null && token.isStructStart()) {
            for (int open = 1; open > 0; ) {
                var next = nextToken();
                if (next == null) {
                    return this;
                }
                open += next.isStructStart() ? 1 : next.isStructEnd() ? -1 : 0;
            }
        }
        return this;
    }

    private void checkName(String name) throws JsonParseException {
        var violation = ForbiddenCharacters.inLine(path(), name);
        if (violation.isPresent()) {
            throw refused(ForbiddenCharacters.problem(violation.get()));
        }
        var seen = names.peek();
        if (seen != null && !seen.add(name)) {
            throw refused(new Problem(
                            ProblemTypes.MALFORMED_JSON, Text.of("字段 %s 重复", "The field %s comes twice", path()))
                    .with(path(), "doubled-field", new Text("同一对象中字段重复", "The field comes twice in one object")));
        }
    }

    private void checkText(String text) throws JsonParseException {
        // The path is put together only when it is needed.
        if (ForbiddenCharacters.inLines("", text).isPresent()) {
            throw refused(ForbiddenCharacters.problem(
                    ForbiddenCharacters.inLines(path(), text).orElseThrow()));
        }
    }

    private Problem trailing() {
        var at = currentTokenLocation();
        return new Problem(
                ProblemTypes.MALFORMED_JSON,
                Text.of(
                        "JSON 到此应已结束，第 %d 行第 %d 列却还有内容",
                        "The JSON value is complete, but more follows at line %d column %d",
                        at.getLineNr(),
                        at.getColumnNr()));
    }

    private JsonParseException refused(Problem problem) {
        return new JsonParseException(this, problem.getMessage(), problem);
    }

    private String path() {
        return path(getParsingContext());
    }

    /** Where in the request, as {@code lines[1].text}. */
    static String path(JsonStreamContext at) {
        var path = new StringBuilder();
        append(path, at);
        return path.toString();
    }

    private static void append(StringBuilder path, JsonStreamContext at) {
        if (at.getParent() != null) {
            append(path, at.getParent());
        }
        if (at.inArray()) {
            path.append('[').append(at.getCurrentIndex()).append(']');
        } else if (at.inObject() && at.getCurrentName() != null) {
            path.append(path.isEmpty() ? "" : ".").append(ForbiddenCharacters.escaped(at.getCurrentName()));
        }
    }
}
