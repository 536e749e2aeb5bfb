package cn.quality.credit.batch;

import cn.quality.platform.http.StrictJson;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.tabular.CsvTable;
import cn.quality.platform.tabular.ItemForm;
import cn.quality.platform.tabular.Items;
import cn.quality.platform.tabular.ListResponses;
import cn.quality.platform.tabular.TableRows;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriBuilder;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes a batch: reads newline-delimited JSON, CSV or XLSX, hands the sound lines in chunks to a use case, and writes one answer
 * per line while the rest is still coming. What makes the whole file unfit (a wrong header, a bomb, another file under the
 * same key) is answered with its status while nothing has been stored; found later, it is the last answer, with its line,
 * and nothing after it is read.
 */
@ApplicationScoped
public class BatchImport {

    public static final String NDJSON = ListResponses.NDJSON;
    public static final String CSV = CsvTable.MEDIA_TYPE;
    public static final String XLSX = TableRows.XLSX;

    /** Lines of one batch. */
    public static final int MOST_LINES = 200_000;

    /** Lines in one transaction: enough to share a commit, few enough to hold. */
    private static final int CHUNK = 1_000;

    private static final ProblemType TOO_MANY_LINES =
            new ProblemType(413, "too-many-lines", new Text("行数过多", "Too many lines"));

    private final ObjectMapper json;
    private final StrictJson strictJson;
    private final Validator validator;
    private final BatchService batches;

    BatchImport(ObjectMapper json, StrictJson strictJson, Validator validator, BatchService batches) {
        this.json = json;
        this.strictJson = strictJson;
        this.validator = validator;
        this.batches = batches;
    }

    /**
     * The answers to a body.
     *
     * @param operation name of the use case; keys of different operations do not meet
     * @param useCase stores the items in the transaction there is and answers each in their order
     * @param headers tell the format, the compression, and the language of the reasons
     */
    public <T> Response answer(
            String operation,
            ItemForm<T> form,
            Function<List<T>, List<ItemResult>> useCase,
            InputStream body,
            BatchRequest asked,
            HttpHeaders headers) {
        try {
            var content = unpacked(body, headers.getHeaderString(HttpHeaders.CONTENT_ENCODING));
            var run = new Run<>(operation, form, useCase, asked, headers);
            var answer = Response.ok(
                    asked.atomic() ? run.allOrNothing(content) : run.lineByLine(content), run.answers.mediaType());
            run.batch.ifPresent(batch -> answer.location(
                    UriBuilder.fromPath(operation + "/batches/{id}").build(batch.id())));
            return answer.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The content of a body. Nothing compressed is read as if it were plain.
     *
     * @param encoding {@code Content-Encoding}
     * @throws Problem 415 for an encoding other than gzip, or for gzip that is not called so; 400 {@code malformed-gzip}
     */
    public static InputStream unpacked(InputStream body, @Nullable String encoding) throws IOException {
        return switch (encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT)) {
            case "identity" -> Unzipped.requirePlain(body);
            case "gzip", "x-gzip" -> new Unzipped(body);
            default ->
                throw new Problem(
                        ProblemTypes.UNSUPPORTED_MEDIA_TYPE,
                        new Text("只接受不压缩或 gzip 压缩的内容", "Only plain or gzip content is taken"));
        };
    }

    /** A batch being taken. */
    private final class Run<T> {

        private final String operation;
        private final ItemForm<T> form;
        private final Function<List<T>, List<ItemResult>> useCase;
        private final BatchRequest asked;
        private final Locale language;
        private final Optional<TableRows.Format> table;
        private final BatchAnswers answers;
        private final MessageDigest digest = sha256();
        private Optional<BatchService.Batch> batch = Optional.empty();
        private long lines;
        private long lastLine;
        private long skipped;
        private Optional<Problem> unfit = Optional.empty();

        Run(
                String operation,
                ItemForm<T> form,
                Function<List<T>, List<ItemResult>> useCase,
                BatchRequest asked,
                HttpHeaders headers) {
            this.operation = operation;
            this.form = form;
            this.useCase = useCase;
            this.asked = asked;
            this.language = headers.getAcceptableLanguages().getFirst();
            this.table = Optional.ofNullable(headers.getMediaType()).flatMap(TableRows.Format::of);
            this.answers = BatchAnswers.as(headers.getAcceptableMediaTypes(), json);
        }

        /** The items from the first on; a wrong header is refused before the batch is remembered. */
        private Items<T> begin(InputStream content) throws IOException {
            lines = 0;
            var key = asked.usedKey();
            var items = table.isPresent()
                    ? Items.ofTable(table.get(), content, form, strictJson, validator)
                    : Items.ofNdjson(content, form, strictJson, validator);
            if (batch.isEmpty()) {
                batch = key.map(used -> batches.open(operation, used, asked.mode()));
            }
            return items;
        }

        /** The first chunk is settled before anything is answered, so that its refusals have their status. */
        StreamingOutput lineByLine(InputStream content) throws IOException {
            var items = begin(content);
            try {
                var first = settleOnItsOwn(nextChunk(items));
                return out -> {
                    try (items) {
                        answers.begin(out);
                        write(first, out);
                        for (var chunk = nextChunk(items); !chunk.isEmpty(); chunk = nextChunk(items)) {
                            write(settleOnItsOwn(chunk), out);
                        }
                        batch.ifPresent(whole -> batches.finish(whole, items.skipped()));
                    } catch (Problem problem) {
                        write(lastLine + 1, new ItemResult.Rejected(problem), out);
                    }
                    answers.end(out, items.skipped());
                };
            } catch (IOException | RuntimeException e) {
                items.close();
                throw e;
            }
        }

        /** The answers wait in a file until it is known whether they hold. */
        StreamingOutput allOrNothing(InputStream content) throws IOException {
            var waiting = Spool.empty();
            try (var body = Spool.of(content)) {
                boolean well = UniqueViolationRetry.run(() -> batches.allOrNothing(() -> wholeInto(body, waiting)));
                return out -> {
                    try (waiting) {
                        answers.begin(out);
                        copy(waiting, well, out);
                        answers.end(out, skipped);
                    }
                };
            } catch (RuntimeException e) {
                waiting.close();
                throw e;
            }
        }

        private boolean wholeInto(Spool body, Spool waiting) {
            try (var content = body.open();
                    var out = waiting.write();
                    var items = begin(content)) {
                boolean well = true;
                for (var chunk = nextChunk(items); !chunk.isEmpty(); chunk = nextChunk(items)) {
                    var settled = settle(chunk);
                    well &= settled.rejected() == 0;
                    out.write(settled.answers().getBytes(StandardCharsets.UTF_8));
                }
                skipped = items.skipped();
                batch.ifPresent(whole -> batches.finish(whole, skipped));
                return well;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void copy(Spool waiting, boolean well, OutputStream out) throws IOException {
            try (var stored = waiting.lines()) {
                for (var line = stored.readLine(); line != null; line = stored.readLine()) {
                    var answer = json.readValue(line, BatchLine.class);
                    answers.write(written(well ? answer : answer.undone()) + "\n", out);
                }
            }
        }

        /**
         * The next lines; none at the end.
         *
         * @throws Problem when the file as a whole is unfit: at once while nothing is stored, else after the lines before
         */
        private List<Items.Entry<T>> nextChunk(Items<T> items) throws IOException {
            if (unfit.isPresent()) {
                throw unfit.get();
            }
            var chunk = new ArrayList<Items.Entry<T>>(CHUNK);
            try {
                for (var entry = items.next(); entry.isPresent(); entry = items.next()) {
                    if (lines == MOST_LINES) {
                        throw tooManyLines(entry.get().number());
                    }
                    lines++;
                    lastLine = entry.get().number();
                    chunk.add(entry.get());
                    if (chunk.size() == CHUNK) {
                        break;
                    }
                }
            } catch (UncheckedIOException e) {
                throw e.getCause();
            } catch (Problem problem) {
                if (chunk.isEmpty() || lines <= CHUNK) {
                    throw problem;
                }
                unfit = Optional.of(problem);
            }
            return chunk;
        }

        private BatchService.Settled settleOnItsOwn(List<Items.Entry<T>> chunk) {
            return UniqueViolationRetry.run(() -> settle(chunk));
        }

        private BatchService.Settled settle(List<Items.Entry<T>> chunk) {
            chunk.forEach(entry -> digest.update(entry.written()));
            var read = HexFormat.of().formatHex(digest.digest());
            int number = 1 + (int) ((chunk.isEmpty() ? 0 : lines - chunk.size()) / CHUNK);
            return batches.settle(batch, number, read, () -> act(chunk, number, read));
        }

        private BatchService.Settled act(List<Items.Entry<T>> chunk, int number, String read) {
            var sound = chunk.stream()
                    .<T>mapMulti(
                            (entry, next) -> Optional.ofNullable(entry.item()).ifPresent(next))
                    .toList();
            var outcomes = (sound.isEmpty() ? List.<ItemResult>of() : useCase.apply(sound)).iterator();
            var lines = new StringBuilder();
            var counts = new int[BatchLine.Result.values().length];
            for (var entry : chunk) {
                var outcome = entry.broken() == null ? outcomes.next() : new ItemResult.Rejected(entry.broken());
                var answer = BatchLine.of(entry.number(), outcome, language);
                counts[answer.outcome().ordinal()]++;
                lines.append(written(answer)).append('\n');
            }
            return new BatchService.Settled(
                    number,
                    read,
                    counts[BatchLine.Result.ACCEPTED.ordinal()],
                    counts[BatchLine.Result.DUPLICATE.ordinal()],
                    counts[BatchLine.Result.REJECTED.ordinal()],
                    lines.toString());
        }

        private void write(BatchService.Settled chunk, OutputStream out) throws IOException {
            answers.write(chunk.answers(), out);
            out.flush();
        }

        private void write(long line, ItemResult outcome, OutputStream out) throws IOException {
            answers.write(written(BatchLine.of(line, outcome, language)) + "\n", out);
        }

        private String written(BatchLine answer) {
            try {
                return json.writeValueAsString(answer);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Problem tooManyLines(long line) {
        return new Problem(
                TOO_MANY_LINES,
                Text.of(
                        "一批至多 %d 行，自第 %d 行起未处理，请分批报送",
                        "A batch may have %d lines at most; nothing from line %d on was looked at", MOST_LINES, line));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** A file that is there for as long as a batch is. */
    private record Spool(Path file) implements AutoCloseable {

        static Spool empty() throws IOException {
            return new Spool(Files.createTempFile("batch", ".ndjson"));
        }

        static Spool of(InputStream content) throws IOException {
            var spool = empty();
            try (var out = spool.write()) {
                content.transferTo(out);
                return spool;
            } catch (IOException | RuntimeException e) {
                spool.close();
                throw e;
            }
        }

        InputStream open() throws IOException {
            return Files.newInputStream(file);
        }

        BufferedReader lines() throws IOException {
            return Files.newBufferedReader(file);
        }

        OutputStream write() throws IOException {
            return new BufferedOutputStream(Files.newOutputStream(file));
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }
}
