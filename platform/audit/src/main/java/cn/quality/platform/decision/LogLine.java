package cn.quality.platform.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A line in its place.
 *
 * @param subjectNumber which line about its subject it is; absent on lines older than this count
 * @param linked whether its neighbours in the chain agree with it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DecisionLogLine", description = "决定日志的一行及其在链中的证明 (a line, and its proof that it stands in the chain)")
record LogLine(
        long number,
        @JsonUnwrapped LogEntry line,
        String previousHash,
        String hash,
        @Nullable Long subjectNumber,

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        boolean linked) {

    boolean matchesItsHash() {
        return hash.equals(line.hash(number, previousHash, subjectNumber));
    }

    @JsonProperty
    boolean inChain() {
        return linked && matchesItsHash();
    }
}
