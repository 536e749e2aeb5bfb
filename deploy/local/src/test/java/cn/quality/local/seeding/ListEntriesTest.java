package cn.quality.local.seeding;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.local.seeding.ListEntry.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ListEntriesTest {

    private final Map<String, JsonNode> bases = new HashMap<>();

    ListEntriesTest() {
        new SeedFiles(Seeds.FOLDER, new ObjectMapper())
                .array("credit/legal-bases.json")
                .forEach(basis -> bases.put(basis.body().path("code").asText(), basis.body()));
    }

    @Test
    void halfAreRedAndHalfBlackEachOnAnEnterpriseOfItsOwn() {
        var entries = ListEntries.upTo(2_000).toList();

        assertThat(entries).hasSize(ListEntries.COUNT);
        assertThat(entries.stream().filter(entry -> entry.kind() == Kind.RED)).hasSize(ListEntries.COUNT / 2);
        assertThat(entries).extracting(ListEntry::uscc).doesNotHaveDuplicates();
        assertThat(entries).extracting(ListEntry::key).doesNotHaveDuplicates();
    }

    @Test
    void onlyFictionalLegalPersonsAreListedAndNeverTheFirstEnterprise() {
        var legalPersons = Enterprises.between(1, 2_000)
                .filter(Enterprise::isLegalPerson)
                .map(Enterprise::uscc)
                .collect(Collectors.toSet());

        assertThat(ListEntries.upTo(2_000)).extracting(ListEntry::uscc).allMatch(legalPersons::contains);
    }

    /** 国办发〔2020〕49号: no entry without a basis that can carry it and was in force when it was decided. */
    @Test
    void everyBasisSupportsTheListAndWasInForce() {
        assertThat(ListEntries.upTo(2_000)).allSatisfy(entry -> {
            var basis = bases.getOrDefault(entry.legalBasis(), MissingNode.getInstance());
            assertThat(basis.path("supports"))
                    .extracting(JsonNode::asText)
                    .contains(entry.kind().name());
            var from = basis.path("effectiveFrom").asText("1949-10-01");
            assertThat(LocalDate.parse(from)).isBeforeOrEqualTo(entry.decision().decidedOn());
            assertThat(entry.validUntil()).isAfter(entry.decision().decidedOn());
        });
    }

    @Test
    void aSmallerScaleHasFewerOfTheSame() {
        var few = ListEntries.upTo(10).toList();

        assertThat(few).isNotEmpty().hasSizeLessThan(10);
        assertThat(ListEntries.upTo(2_000).limit(few.size())).isEqualTo(few);
        assertThat(ListEntries.upTo(1)).isEmpty();
    }
}
