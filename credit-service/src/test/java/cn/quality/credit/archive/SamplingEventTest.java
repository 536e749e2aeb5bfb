package cn.quality.credit.archive;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.credit.archive.RecordEvent.Sampling;
import cn.quality.credit.batch.Source;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What the events of a sampling result say of it. */
class SamplingEventTest {

    private static final String USCC = "91371199MA3RH00187";
    private static final Instant NOW = Instant.parse("2026-03-05T01:00:00Z");
    private static final String RECHECK = """
            {"product": "示例冷冻烤鳗", "productKind": "FOOD", "result": "不合格", "reportNumber": "示例检字 2 号",
             "recheck": true, "recheckOf": "示例检字 1 号"}""";

    @Test
    void aPublicResultSaysWhoPassed() throws JsonProcessingException {
        assertThat(event(Disclosure.PUBLIC, RECHECK).entry().sampling())
                .isEqualTo(
                        new Sampling("示例冷冻烤鳗", "FOOD", false, true, "示例检字 2 号", "示例检字 1 号", LocalDate.of(2027, 3, 1)));
        assertThat(event(Disclosure.PUBLIC, "{\"product\": \"示例\", \"result\": \"合格\"}")
                        .entry()
                        .sampling())
                .isEqualTo(new Sampling("示例", null, true, false, null, null, LocalDate.of(2027, 3, 1)));
    }

    @Test
    void aResultThatOnlyOfficialsMaySeeSaysNothingOfIt() throws JsonProcessingException {
        assertThat(event(Disclosure.GOVERNMENT, RECHECK).entry().sampling()).isNull();
        assertThat(event(Disclosure.AUTHORISED, RECHECK).entry().sampling()).isNull();
    }

    @Test
    void aVoidedResultSaysNothingOfItAnyMore() throws JsonProcessingException {
        var voided = record(Disclosure.PUBLIC, RECHECK)
                .correct(new NewCorrection("示例作废", new Source("日照市市场监督管理局", "RZ-CY-2"), true, null), NOW)
                .event("371102");

        assertThat(voided).isInstanceOf(RecordEvent.Voided.class);
        assertThat(voided.entry().sampling()).isNull();
    }

    private static RecordEvent event(Disclosure disclosure, String details) throws JsonProcessingException {
        return record(disclosure, details).event("371102");
    }

    private static ArchiveRecord record(Disclosure disclosure, String details) throws JsonProcessingException {
        return ArchiveRecord.admit(
                new NewRecord(
                        USCC,
                        RecordKind.SAMPLING_RESULT,
                        "监督抽查",
                        LocalDate.of(2026, 3, 2),
                        null,
                        LocalDate.of(2027, 3, 1),
                        null,
                        disclosure,
                        new ObjectMapper().readValue(details, ObjectNode.class),
                        null,
                        new Source("日照市市场监督管理局", "RZ-CY-1")),
                new UnifiedSocialCreditCode(USCC),
                NOW);
    }
}
