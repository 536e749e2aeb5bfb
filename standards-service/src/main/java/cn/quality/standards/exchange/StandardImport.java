package cn.quality.standards.exchange;

import cn.quality.platform.http.StrictJson;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import cn.quality.platform.tabular.Items;
import cn.quality.platform.tabular.Lines;
import cn.quality.platform.tabular.TableRows;
import cn.quality.standards.catalogue.NewStandard;
import cn.quality.standards.catalogue.StandardService;
import cn.quality.standards.catalogue.StandardStatement;
import cn.quality.standards.file.TemporaryFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the lines of an import and states them, some hundreds in one transaction. */
@ApplicationScoped
class StandardImport {

    /** Lines of an import. */
    static final int MOST_LINES = 500_000;

    /** Lines in one transaction: enough to share statements and a commit, few enough to hold. */
    private static final int CHUNK = 1_000;

    private static final ProblemType TOO_MANY_LINES =
            new ProblemType(413, "too-many-lines", new Text("行数过多", "Too many lines"));

    private final StandardService standards;
    private final ObjectMapper json;
    private final StrictJson strictJson;
    private final Validator validator;

    StandardImport(StandardService standards, ObjectMapper json, StrictJson strictJson, Validator validator) {
        this.standards = standards;
        this.json = json;
        this.strictJson = strictJson;
        this.validator = validator;
    }

    /**
     * Lines in the form of this catalogue: a table, or JSON.
     *
     * @throws Problem 400 when the header, or the file as a whole, is unfit
     */
    Run lines(InputStream body, MediaType type, Locale language) throws IOException {
        var table = TableRows.Format.of(type);
        return new Run(
                table.isPresent()
                        ? Items.ofTable(table.get(), body, StandardTable.FORM, strictJson, validator)
                        : Items.ofForeignNdjson(
                                body,
                                Items.LONGEST_LINE,
                                StandardTable.FORM,
                                strictJson,
                                validator,
                                StandardTable::withDays),
                false,
                language);
    }

    /** Lines of ISO Open Data. They name each other by their records, so the file is read twice. */
    Run isoOpenData(InputStream body, Locale language) throws IOException {
        var file = TemporaryFile.empty();
        try {
            try (var out = file.write()) {
                body.transferTo(out);
            }
            IsoDeliverable deliverable;
            try (var in = file.read()) {
                deliverable = new IsoDeliverable(references(in));
            }
            var in = file.read();
            return new Run(
                    Items.ofForeignNdjson(
                            in,
                            IsoDeliverable.LONGEST_LINE,
                            StandardTable.FORM,
                            strictJson,
                            validator,
                            deliverable::asStandard),
                    true,
                    language) {
                @Override
                public void close() throws IOException {
                    super.close();
                    in.close();
                    file.close();
                }
            };
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /**
     * One standard as Relaton has it; what Relaton has no place for stays as it is known.
     *
     * @throws Problem 400 for what is no YAML, or says too little
     */
    StandardService.Outcome relaton(InputStream yaml) throws IOException {
        var read = RelatonYaml.read(yaml);
        try {
            NewStandard standard = strictJson.readerFor(NewStandard.class).readValue(read);
            return standards.state(standard.checked().inPart());
        } catch (JsonProcessingException e) {
            throw StrictJson.refusal(e)
                    .orElseGet(() -> new Problem(
                            RelatonYaml.MALFORMED, Text.of("记录的内容无法识别", "the record cannot be understood")));
        }
    }

    private Map<Long, String> references(InputStream file) throws IOException {
        var references = new HashMap<Long, String>();
        var lines = new Lines(file, IsoDeliverable.LONGEST_LINE);
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            try {
                IsoDeliverable.reference(json.readTree(line.get().bytes()))
                        .ifPresent(known -> references.put(known.getKey(), known.getValue()));
            } catch (JsonProcessingException e) {
                // Named when the file is read for its standards.
            }
        }
        return references;
    }

    /** An import at work: chunk after chunk until there is none. */
    class Run implements AutoCloseable {

        private final Items<NewStandard> items;
        private final boolean inPart;
        private final Locale language;
        private long lines;
        private long lastLine;
        private boolean over;
        /** The answer to where nothing more could be read. */
        private Optional<ImportLine> ended = Optional.empty();

        /** @param inPart whether the lines know less than the catalogue may, see {@link StandardStatement#inPart} */
        Run(Items<NewStandard> items, boolean inPart, Locale language) {
            this.items = items;
            this.inPart = inPart;
            this.language = language;
        }

        private record Sound(long line, StandardStatement statement) {}

        /**
         * What became of the next lines, in their order; none at the end. Where nothing more can be read, the last answer says why.
         *
         * @throws Problem when not even the first line can be read
         */
        List<ImportLine> next() throws IOException {
            var answers = new ArrayList<ImportLine>(CHUNK);
            var sound = new ArrayList<Sound>(CHUNK);
            var numbers = new HashSet<String>();
            while (!over && answers.size() + sound.size() < CHUNK) {
                var entry = read();
                if (entry.isEmpty()) {
                    break;
                }
                var line = entry.get();
                try {
                    if (line.broken() != null) {
                        throw line.broken();
                    }
                    var item = line.item();
                    if (item != null) {
                        var checked = item.checked();
                        var statement = inPart ? checked.inPart() : checked;
                        if (!numbers.add(statement.number().canonical())) {
                            answers.addAll(state(sound));
                            sound.clear();
                            numbers.clear();
                            numbers.add(statement.number().canonical());
                        }
                        sound.add(new Sound(line.number(), statement));
                    }
                } catch (Problem refused) {
                    answers.add(ImportLine.rejected(line.number(), refused, language));
                }
            }
            answers.addAll(state(sound));
            if (ended.isPresent()) {
                answers.add(ended.get());
                ended = Optional.empty();
            }
            answers.sort(Comparator.comparingLong(ImportLine::line));
            return answers;
        }

        private Optional<Items.Entry<NewStandard>> read() throws IOException {
            try {
                var entry = items.next();
                if (entry.isPresent()) {
                    lastLine = entry.get().number();
                    if (++lines > MOST_LINES) {
                        throw new Problem(
                                TOO_MANY_LINES,
                                Text.of(
                                        "一次至多 %d 行，自第 %d 行起未处理，请分批导入",
                                        "An import may have %d lines at most; nothing from line %d on was looked at",
                                        MOST_LINES,
                                        lastLine));
                    }
                }
                return entry;
            } catch (Problem unfit) {
                if (lines == 0) {
                    throw unfit;
                }
                over = true;
                ended = Optional.of(ImportLine.rejected(
                        unfit.type().equals(TOO_MANY_LINES) ? lastLine : lastLine + 1, unfit, language));
                return Optional.empty();
            }
        }

        /** All at once; where one of them contradicts the catalogue, one by one, to find which. */
        private List<ImportLine> state(List<Sound> sound) {
            var answers = new ArrayList<ImportLine>(sound.size());
            if (sound.isEmpty()) {
                return answers;
            }
            try {
                var outcomes =
                        standards.stateAll(sound.stream().map(Sound::statement).toList());
                for (int i = 0; i < sound.size(); i++) {
                    answers.add(ImportLine.of(sound.get(i).line(), outcomes.get(i)));
                }
            } catch (Problem contradiction) {
                for (var one : sound) {
                    answers.add(stateAlone(one));
                }
            }
            return answers;
        }

        private ImportLine stateAlone(Sound one) {
            try {
                return ImportLine.of(one.line(), standards.state(one.statement()));
            } catch (Problem refused) {
                return ImportLine.rejected(one.line(), refused, language);
            }
        }

        @Override
        public void close() throws IOException {
            items.close();
        }
    }
}
