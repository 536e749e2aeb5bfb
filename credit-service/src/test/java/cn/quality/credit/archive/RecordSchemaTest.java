package cn.quality.credit.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.quality.platform.problem.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RecordSchemaTest {

    private static final String PENALTY =
            "'procedure':'ORDINARY','types':['FINE'],'documentNumber':'示例〔2026〕1号','authority':'示例局'";

    @ParameterizedTest
    @EnumSource(RecordKind.class)
    void everyKindHasAForm(RecordKind kind) {
        assertThat(RecordSchemas.of(kind).fields()).isNotEmpty();
        assertThat(RecordSchemas.of(kind).fields())
                .extracting(RecordSchema.Field::name)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "SAMPLING_RESULT | {}                                                | product:required result:required",
                "SAMPLING_RESULT | {'product':'示例','result':'合格','recheck':true}    | -",
                "SAMPLING_RESULT | {'product':'','result':'好','recheck':'是'}         | product:unsuitable result:unsuitable recheck:unsuitable",
                "SAMPLING_RESULT | {'product':'示例','result':'合格','colour':'红'}     | colour:unknown-field",
                "SAMPLING_RESULT | {'product':null,'result':'合格'}                   | product:required",
                "SAMPLING_RESULT | {'product':{'a':'b'},'result':'合格'}              | product:unsuitable",
                "SAMPLING_RESULT | {'product':'a\\u0000b','result':'合格'}            | product:unsuitable",
                "SAMPLING_RESULT | {'product':'a\\ud800b','result':'合格'}            | product:unsuitable",
                "PENALTY         | {#,'fineYuan':50000.25}                           | -",
                "PENALTY         | {#,'fineYuan':-1,'performedOn':'2026-02-30'}       | fineYuan:unsuitable performedOn:unsuitable",
                "PENALTY         | {#,'fineYuan':1e400}                              | fineYuan:unsuitable",
                "PENALTY         | {#,'fineYuan':'50000'}                            | fineYuan:unsuitable",
                "ANNUAL_REPORT   | {'year':2025.5}                                   | year:unsuitable",
                "ANNUAL_REPORT   | {'year':99999999999}                              | year:unsuitable",
                "HONOUR          | {'award':'MAYOR_QUALITY_AWARD','level':'CITY'}    | -",
                "HONOUR          | {'award':'BEST','level':'CITY'}                   | award:unsuitable",
            })
    void namesEachFieldThatDoesNotFit(RecordKind kind, String details, String expected) throws JsonProcessingException {
        var written = details.replace("#", PENALTY).replace('\'', '"');
        var node = new ObjectMapper().readValue(written, ObjectNode.class);

        if (expected == null) {
            assertThatCode(() -> RecordSchemas.of(kind).require(node)).doesNotThrowAnyException();
        } else {
            var refused = catchThrowableOfType(
                    Problem.class, () -> RecordSchemas.of(kind).require(node));
            assertThat(refused.violations())
                    .extracting(violation -> violation.field().replace("details.", "") + ":" + violation.code())
                    .containsExactlyInAnyOrder(expected.split(" ", -1));
        }
    }
}
