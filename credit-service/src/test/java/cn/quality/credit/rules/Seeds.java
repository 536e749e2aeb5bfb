package cn.quality.credit.rules;

import cn.quality.platform.version.Versioned;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The rules as the seeds have them, without a database. */
public final class Seeds {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Seeds() {}

    public static RulesInForce rules() {
        return new RulesInForce(
                first(read("rule-packs", new TypeReference<List<RulePack>>() {})),
                first(read("calendars", new TypeReference<List<WorkingCalendar>>() {})));
    }

    private static <T> T read(String file, TypeReference<T> type) {
        try {
            return JSON.readValue(
                    Path.of("..", "seeds", "credit", file + ".json").toFile(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T extends ReferenceItem> List<Versioned<T>> first(List<T> items) {
        return items.stream()
                .map(item -> new Versioned<>(item, 1, Instant.EPOCH))
                .toList();
    }
}
