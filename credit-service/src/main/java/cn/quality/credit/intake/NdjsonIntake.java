package cn.quality.credit.intake;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes a batch of any length: reads newline-delimited JSON, hands the sound lines in chunks to a use case, and writes one
 * answer per line while the rest is still coming.
 */
@ApplicationScoped
public class NdjsonIntake {

    public static final String MEDIA_TYPE = "application/x-ndjson";

    /** Lines in one transaction: enough to share a commit, few enough to hold. */
    private static final int CHUNK = 500;

    private static final int LONGEST_LINE = 65_536;

    private final ObjectMapper json;
    private final Validator validator;

    NdjsonIntake(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * The answers to a body, made as it is read.
     *
     * @param useCase stores the items in a transaction of its own and answers each in their order
     * @param request tells the language of the reasons
     */
    public <T> StreamingOutput answers(
            InputStream body, Class<T> type, Function<List<T>, List<Outcome>> useCase, HttpHeaders request) {
        var language = request.getAcceptableLanguages().getFirst();
        return out -> {
            var lines = new Lines(body, LONGEST_LINE);
            var reader = json.readerFor(type);
            var chunk = new ArrayList<Entry<T>>(CHUNK);
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                chunk.add(this.<T>read(line.get(), reader));
                if (chunk.size() == CHUNK) {
                    settle(chunk, useCase, language, out);
                }
            }
            settle(chunk, useCase, language, out);
        };
    }

    /** A line, read: either an item or the reason why it is none. */
    private record Entry<T>(
            long line, @Nullable T item, @Nullable Problem broken) {}

    private <T> void settle(
            List<Entry<T>> chunk, Function<List<T>, List<Outcome>> useCase, Locale language, OutputStream out)
            throws IOException {
        if (chunk.isEmpty()) {
            return;
        }
        var items = chunk.stream()
                .<T>mapMulti((entry, sound) -> Optional.ofNullable(entry.item()).ifPresent(sound))
                .toList();
        var outcomes = (items.isEmpty() ? List.<Outcome>of() : Races.settle(() -> useCase.apply(items))).iterator();
        for (var entry : chunk) {
            var outcome = entry.broken() == null ? outcomes.next() : new Outcome.Rejected(entry.broken());
            out.write(json.writeValueAsBytes(answer(entry.line(), outcome, language)));
            out.write('\n');
        }
        out.flush();
        chunk.clear();
    }

    private <T> Entry<T> read(Lines.Line line, ObjectReader reader) {
        if (line.tooLong()) {
            return new Entry<>(line.number(), null, tooLong());
        }
        try {
            T item = reader.readValue(line.bytes());
            if (item == null) {
                return new Entry<>(line.number(), null, malformed());
            }
            var violations = validator.validate(item);
            return violations.isEmpty()
                    ? new Entry<>(line.number(), item, null)
                    : new Entry<>(line.number(), null, invalid(List.copyOf(violations)));
        } catch (JsonProcessingException e) {
            return new Entry<>(line.number(), null, malformed());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BatchLine answer(long line, Outcome outcome, Locale language) {
        return switch (outcome) {
            case Outcome.Accepted(var id) -> new BatchLine(line, BatchLine.Result.ACCEPTED, id, null);
            case Outcome.Duplicate(var id) -> new BatchLine(line, BatchLine.Result.DUPLICATE, id, null);
            case Outcome.Rejected(var problem) ->
                new BatchLine(line, BatchLine.Result.REJECTED, null, reasons(problem, language));
        };
    }

    private static List<BatchLine.Reason> reasons(Problem problem, Locale language) {
        if (problem.violations().isEmpty()) {
            return List.of(new BatchLine.Reason(
                    problem.type().code(), null, problem.detail().in(language)));
        }
        return problem.violations().stream()
                .map(violation -> new BatchLine.Reason(
                        violation.code(), violation.field(), violation.message().in(language)))
                .toList();
    }

    private static Problem invalid(List<? extends ConstraintViolation<?>> violations) {
        var problem = new Problem(
                ProblemTypes.INVALID_ARGUMENT, new Text("部分字段不符合要求", "Some fields do not meet their rules"));
        for (var violation : violations) {
            problem.with(
                    violation.getPropertyPath().toString(),
                    ProblemTypes.INVALID_ARGUMENT.code(),
                    new Text(violation.getMessage(), violation.getMessage()));
        }
        return problem;
    }

    private static Problem malformed() {
        return new Problem(
                ProblemTypes.MALFORMED_JSON, new Text("该行不是可读取的 JSON 对象", "The line is not a readable JSON object"));
    }

    private static Problem tooLong() {
        return new Problem(
                ProblemTypes.PAYLOAD_TOO_LARGE,
                Text.of("一行不得超过 %d 字节", "A line may have %d bytes at most", LONGEST_LINE));
    }
}
