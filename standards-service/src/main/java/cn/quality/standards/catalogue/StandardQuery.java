package cn.quality.standards.catalogue;

import cn.quality.standards.input.Flaws;
import cn.quality.standards.number.Level;
import cn.quality.standards.number.Nature;
import cn.quality.standards.number.StandardNumber;
import cn.quality.standards.search.Fragment;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What to look for in the catalogue; an absent part does not restrict. */
record StandardQuery(
        @QueryParam("q") @Nullable String q,

        @QueryParam("level") @Parameter(schema = @Schema(implementation = Level.class)) @Nullable
        String levelName,

        @QueryParam("status") @Parameter(schema = @Schema(implementation = Status.class)) @Nullable
        String statusName,

        @QueryParam("nature") @Parameter(schema = @Schema(implementation = Nature.class)) @Nullable
        String natureName,

        @QueryParam("ics") @Pattern(regexp = "\\d{2}(\\.\\d{3}(\\.\\d{2})?)?") @Nullable
        String ics,

        @QueryParam("ccs") @Pattern(regexp = "[A-HJ-NP-Z]\\d{0,2}") @Nullable
        String ccs,

        @QueryParam("department") @Size(max = 300) @Nullable String department,

        @QueryParam("year") @Min(1940) @Max(2099) @Nullable Integer year) {

    Optional<Fragment> fragment() {
        return Fragment.of(q);
    }

    /** The number that is looked for, when the words are one. */
    Optional<StandardNumber> number() {
        return q != null && StandardNumber.read(q.strip()) instanceof StandardNumber.Reading.Read(var number)
                ? Optional.of(number)
                : Optional.empty();
    }

    Optional<Level> level() {
        return Optional.ofNullable(Flaws.choice(levelName, "level", Level.class));
    }

    /** On the day of the question. */
    Optional<Status> status() {
        return Optional.ofNullable(Flaws.choice(statusName, "status", Status.class));
    }

    Optional<Nature> nature() {
        return Optional.ofNullable(Flaws.choice(natureName, "nature", Nature.class));
    }
}
