package cn.quality.standards.registry;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.standards.input.Flaws;
import cn.quality.standards.search.Fragment;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What to look for in a registry; an absent part does not restrict. */
record RegistryQuery(
        @QueryParam("q") @Nullable String q,

        @QueryParam("region") @Pattern(regexp = "[1-9]\\d{5}(-[A-Z0-9]{1,10})?") @Nullable
        String region,

        @QueryParam("field") @Nullable List<String> fields,

        @QueryParam("on") @Parameter(schema = @Schema(implementation = LocalDate.class)) @Nullable
        String onDay,

        @QueryParam("asOf") @Parameter(schema = @Schema(implementation = Instant.class)) @Nullable
        String asOfMoment) {

    Optional<Fragment> fragment() {
        return Fragment.of(q);
    }

    /** The day asked about. */
    Optional<LocalDate> on() {
        return Flaws.day(onDay, "on");
    }

    /** What was recorded by then. */
    Optional<Instant> asOf() {
        return Flaws.moment(asOfMoment, "asOf");
    }

    /**
     * Values that fields must have.
     *
     * @throws Problem 400 for what is not {@code name:value}
     */
    Map<String, String> wanted() {
        var wanted = new TreeMap<String, String>();
        for (var field : fields == null ? List.<String>of() : fields) {
            int colon = field.indexOf(':');
            if (colon < 1) {
                throw new Problem(
                                ProblemTypes.INVALID_ARGUMENT,
                                Text.of("参数 field 的取值 “%s” 无效", "parameter field cannot be “%s”", field))
                        .with("field", "format", Text.of("应为 字段:取值，如 grade:AAA", "name:value, as grade:AAA"));
            }
            wanted.put(field.substring(0, colon), field.substring(colon + 1));
        }
        return wanted;
    }
}
