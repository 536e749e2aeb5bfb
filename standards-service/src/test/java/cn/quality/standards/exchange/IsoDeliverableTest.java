package cn.quality.standards.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.platform.problem.Problem;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsoDeliverableTest {

    private static final IsoDeliverable READER = new IsoDeliverable(Map.of(1L, "ISO 97301:2008", 3L, "ISO 97301:2026"));

    private static ObjectNode record(String json) throws Exception {
        return (ObjectNode) new ObjectMapper().readTree(json.replace('\'', '"'));
    }

    @Test
    void aRecordBecomesAStandardThatNamesItsSource() throws Exception {
        var standard = READER.asStandard(record("""
                {'id': 2, 'deliverableType': 'IS', 'reference': 'ISO 97301:2015', 'currentStage': 9093, 'edition': 2,
                 'title': {'en': 'Examples — Requirements', 'fr': 'Exemples'}, 'publicationDate': '2015-09-22',
                 'icsCode': ['03.120.10', '03.100.70'], 'ownerCommittee': 'ISO/TC 976', 'replaces': [1, 99], 'replacedBy': null,
                 'scope': {'en': '<p>This document  specifies &amp; explains.</p>'}}"""));
        assertThat(standard.toString())
                .isEqualTo(record("""
                {'number': 'ISO 97301:2015', 'titleZh': 'Examples — Requirements', 'titleEn': 'Examples — Requirements',
                 'level': 'INTERNATIONAL', 'status': 'IN_FORCE', 'publishedOn': '2015-09-22', 'ics': '03.120.10',
                 'technicalCommittee': 'ISO/TC 976', 'scope': 'This document specifies & explains.',
                 'source': '%s', 'certainty': 'D', 'replaces': ['ISO 97301:2008'], 'replacedBy': []}""".formatted(IsoDeliverable.ATTRIBUTION)).toString());
        assertThat(IsoDeliverable.ATTRIBUTION).contains("ODC-By");
    }

    @ParameterizedTest
    @CsvSource({"6060, [], IN_FORCE", "9020, [], IN_FORCE", "9599, [], ABOLISHED", "9599, [3], REPLACED"})
    void theStageTellsTheForce(int stage, String replacedBy, String status) throws Exception {
        var json = "{'id': 2, 'reference': 'ISO 97301:2015', 'currentStage': %d, 'replacedBy': %s}"
                .formatted(stage, replacedBy);
        assertThat(READER.asStandard(record(json)).path("status").asText()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'id': 2, 'reference': 'ISO/DIS 97301', 'currentStage': 4060} | not-published",
                "{'id': '2', 'reference': 'ISO 97301:2015'} | no-iso-deliverable",
                "{'number': 'ISO 97301:2015'} | no-iso-deliverable"
            })
    void draftsAndOtherThingsAreNamed(String json, String code) {
        assertThatThrownBy(() -> READER.asStandard(record(json)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type().code()).isEqualTo(code));
    }
}
