package cn.quality.platform.tabular;

import cn.quality.platform.http.StrictJson;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The items of a file, one line after the other; a line that is none says why, and the next one is read all the same. */
public abstract class Items<T> implements AutoCloseable {

    /** Bytes of a line of JSON. */
    public static final int LONGEST_LINE = 65_536;

    private final Validator validator;

    private Items(Validator validator) {
        this.validator = validator;
    }

    /**
     * A line, read: either an item or the reason why it is none.
     *
     * @param number of the line in the file, counted from 1
     * @param written as it came, to tell one file from another
     */
    public record Entry<T>(
            long number,
            byte[] written,
            @Nullable T item,
            @Nullable Problem broken) {}

    /**
     * The next line that is not blank; none at the end.
     *
     * @throws Problem after which nothing can be read any more
     */
    public abstract Optional<Entry<T>> next() throws IOException;

    /** Rows of a table that were skipped so far because they say nothing. */
    public long skipped() {
        return 0;
    }

    @Override
    public void close() throws IOException {}

    public static <T> Items<T> ofNdjson(InputStream in, ItemForm<T> form, StrictJson json, Validator validator) {
        ObjectReader reader = json.readerFor(form.type());
        return ofLines(in, LONGEST_LINE, validator, reader::readValue);
    }

    /**
     * Lines of JSON objects in a form of others.
     *
     * @param longest bytes of a line
     * @param translated an object of theirs as an item has it in JSON; a {@link Problem} says why it cannot be one
     */
    public static <T> Items<T> ofForeignNdjson(
            InputStream in,
            int longest,
            ItemForm<T> form,
            StrictJson json,
            Validator validator,
            UnaryOperator<ObjectNode> translated) {
        ObjectReader foreign = json.readerFor(ObjectNode.class);
        ObjectReader reader = json.readerFor(form.type());
        return ofLines(in, longest, validator, bytes -> {
            ObjectNode theirs = foreign.readValue(bytes);
            return theirs == null ? null : reader.readValue(translated.apply(theirs));
        });
    }

    /** Reads a line. */
    @FunctionalInterface
    private interface LineReading<T> {
        @Nullable
        T read(byte[] line) throws IOException;
    }

    private static <T> Items<T> ofLines(InputStream in, int longest, Validator validator, LineReading<T> reading) {
        var lines = new Lines(in, longest);
        return new Items<>(validator) {
            @Override
            public Optional<Entry<T>> next() throws IOException {
                return lines.next()
                        .map(line -> line.tooLong()
                                ? new Entry<T>(line.number(), line.bytes(), null, tooLong(longest))
                                : entry(line.number(), line.bytes(), () -> reading.read(line.bytes())));
            }
        };
    }

    /** @throws Problem 400 {@code csv-header}, {@code xlsx-header} or why the file is none of its format */
    public static <T> Items<T> ofTable(
            TableRows.Format format, InputStream in, ItemForm<T> form, StrictJson json, Validator validator)
            throws IOException {
        var rows = TableRows.open(format, in, form.columns());
        ObjectReader reader = json.readerFor(form.type());
        return new Items<>(validator) {
            @Override
            public Optional<Entry<T>> next() {
                return rows.next().map(this::entry);
            }

            @Override
            public long skipped() {
                return rows.skipped();
            }

            @Override
            public void close() throws IOException {
                rows.close();
            }

            private Entry<T> entry(TableRows.Row row) {
                var written = row.cells().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(cell -> cell.getKey() + "=" + cell.getValue().text())
                        .collect(Collectors.joining(", ", "{", "}"))
                        .getBytes(StandardCharsets.UTF_8);
                return row.defect()
                        .map(defect -> new Entry<T>(row.line(), written, null, defect))
                        .orElseGet(() -> entry(
                                row.line(),
                                written,
                                () -> reader.readValue(form.ofCells().apply(row.cells()))));
            }
        };
    }

    /** Reads an item. */
    @FunctionalInterface
    interface Reading<T> {
        @Nullable
        T read() throws IOException;
    }

    Entry<T> entry(long number, byte[] written, Reading<T> reading) {
        try {
            T item = reading.read();
            if (item == null) {
                return new Entry<>(number, written, null, malformed());
            }
            var violations = validator.validate(item);
            return violations.isEmpty()
                    ? new Entry<>(number, written, item, null)
                    : new Entry<>(number, written, null, invalid(violations));
        } catch (Problem refused) {
            return new Entry<>(number, written, null, refused);
        } catch (JsonMappingException e) {
            return new Entry<>(number, written, null, StrictJson.refusal(e).orElseGet(() -> unsuitable(e)));
        } catch (JsonProcessingException e) {
            return new Entry<>(number, written, null, StrictJson.refusal(e).orElseGet(Items::malformed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem invalid(Collection<? extends ConstraintViolation<?>> violations) {
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

    private static Problem unsuitable(JsonMappingException e) {
        var field = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
        return field.isEmpty()
                ? malformed()
                : malformed()
                        .with(
                                field,
                                ProblemTypes.MALFORMED_JSON.code(),
                                new Text("取值的类型或格式不对", "The value has the wrong type or format"));
    }

    private static Problem malformed() {
        return new Problem(
                ProblemTypes.MALFORMED_JSON, new Text("该行不是可读取的 JSON 对象", "The line is not a readable JSON object"));
    }

    private static Problem tooLong(int longest) {
        return new Problem(
                ProblemTypes.PAYLOAD_TOO_LARGE, Text.of("一行不得超过 %d 字节", "A line may have %d bytes at most", longest));
    }
}
