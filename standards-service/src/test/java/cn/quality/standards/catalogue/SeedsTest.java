package cn.quality.standards.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

/** The repository's own seeds are what an administrator would send; every line must be takeable. */
class SeedsTest {

    @Test
    void everySeededStandardIsAcceptedAndNoneTwice() throws Exception {
        var json = new ObjectMapper().findAndRegisterModules();
        var numbers = new HashSet<String>();
        var relations = new HashSet<Relation>();
        for (var line : Files.readAllLines(Path.of("../seeds/standards/standards.ndjson"))) {
            if (!line.isBlank()) {
                var stated = json.readValue(line, NewStandard.class).checked();
                relations.addAll(stated.relations());
                assertThat(numbers.add(stated.number().canonical())).as(line).isTrue();
            }
        }
        assertThat(numbers).hasSizeGreaterThanOrEqualTo(500);
        var graph = new ReplacementGraph(relations);
        assertThat(numbers).noneMatch(graph::runsInCircle);
    }
}
