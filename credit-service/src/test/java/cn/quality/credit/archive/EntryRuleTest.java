package cn.quality.credit.archive;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.credit.batch.Source;
import cn.quality.credit.rules.Severity;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryRuleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "PENALTY    | GENERAL | {'procedure':'ORDINARY','types':['FINE']}        | -",
                "PENALTY    | GENERAL | {'procedure':'SIMPLE','types':['FINE']}          | SIMPLE_PROCEDURE_STAYS_OUT",
                "PENALTY    | -       | {'procedure':'SIMPLE'}                           | SIMPLE_PROCEDURE_STAYS_OUT",
                "PENALTY    | MINOR   | {'types':['FINE'],'selfCorrected':true}          | SELF_CORRECTED_MINOR_STAYS_OUT",
                "PENALTY    | GENERAL | {'types':['FINE'],'selfCorrected':true}          | -",
                "PENALTY    | MINOR   | {'types':['WARNING']}                            | WARNING_ONLY_STAYS_OUT",
                "PENALTY    | MINOR   | {'types':['WARNING','FINE']}                     | -",
                "PENALTY    | GENERAL | {'types':['WARNING']}                            | -",
                "HONOUR     | -       | {'procedure':'SIMPLE'}                           | -",
                "COMPLAINT  | -       | {'complainant':{'Blood_Type':'A'}}               | BANNED_DATA_STAYS_OUT",
                "COMPLAINT  | -       | {'persons':[{'宗教信仰':'示例'}]}                  | BANNED_DATA_STAYS_OUT",
                "COMPLAINT  | -       | {'subject':'genes of seeds'}                     | -",
                "HONOUR     | -       | -                                                | -",
                "COMMITMENT | -       | {'a':[{'b':{'income':1}}]}                       | INCOME_STAYS_OUT",
                "COMMITMENT | -       | {'存款':'示例'}                                    | INCOME_STAYS_OUT",
                "RECALL     | -       | {'defect':'当事人血型:A'}                          | BANNED_DATA_STAYS_OUT",
                "RECALL     | -       | {'defect':'伤者患有糖尿病'}                         | BANNED_DATA_STAYS_OUT",
                "RECALL     | -       | {'defect':'指纹锁失灵，转基因标识缺失'}                | -",
                "PERMIT     | -       | {'authority':'示例疾病预防控制中心'}                 | -",
                "COMPLAINT  | -       | {'a':[{'b':['电话13800138000']}]}                 | PERSONAL_DATA_STAYS_OUT",
                "COMPLAINT  | -       | {'a':13800138000}                                | -",
            })
    void keepsOutWhatTheClausesName(
            RecordKind kind, @Nullable Severity severity, @Nullable String details, @Nullable EntryRule refusing)
            throws JsonProcessingException {
        var record = record(kind, severity, details);
        var refused = Arrays.stream(EntryRule.values())
                .filter(rule -> rule.refusal(record).isPresent())
                .toList();
        assertThat(refused).isEqualTo(refusing == null ? List.of() : List.of(refusing));
        refused.forEach(rule ->
                assertThat(rule.refusal(record).orElseThrow().detail().zh()).containsPattern("《.+》第.+条"));
    }

    private static NewRecord record(RecordKind kind, @Nullable Severity severity, @Nullable String details)
            throws JsonProcessingException {
        return new NewRecord(
                "91371199MA3RH00187",
                kind,
                "示例",
                LocalDate.of(2026, 3, 2),
                null,
                null,
                severity,
                Disclosure.PUBLIC,
                details == null ? null : new ObjectMapper().readValue(details.replace('\'', '"'), ObjectNode.class),
                null,
                new Source("日照市市场监督管理局", "1"));
    }
}
