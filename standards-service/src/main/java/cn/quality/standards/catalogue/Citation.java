package cn.quality.standards.catalogue;

import cn.quality.standards.number.StandardNumber;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a standard is cited. What the catalogue does not hold is left out, never guessed: it knows no publishers. */
final class Citation {

    static final String CSL_JSON = "application/vnd.citationstyles.csl+json";

    private Citation() {}

    /**
     * GB/T 7714-2015 4.1: responsible body. title: number[S]. year. The number is set with the long dash, as on the cover.
     */
    static String gbT7714(StandardView standard) {
        var responsible = responsible(standard).map(body -> body + ". ").orElse("");
        var year = year(standard).map(stated -> ". " + stated).orElse("");
        return responsible + standard.titleZh() + ": " + onCover(standard.canonicalNumber()) + "[S]" + year + ".";
    }

    private static String onCover(String number) {
        int dash = number.lastIndexOf('-');
        boolean year = dash > 0 && number.substring(dash + 1).matches("\\d{4}");
        return year ? number.substring(0, dash) + "—" + number.substring(dash + 1) : number;
    }

    private static Optional<String> responsible(StandardView standard) {
        return Optional.ofNullable(standard.technicalCommittee()).or(() -> Optional.ofNullable(standard.department()));
    }

    private static Optional<Integer> year(StandardView standard) {
        return Optional.ofNullable(standard.publishedOn())
                .map(LocalDate::getYear)
                .or(() -> Optional.ofNullable(StandardNumber.reference(standard.canonicalNumber())
                        .parts()
                        .year()));
    }

    /** An item of CSL-JSON, of type {@code standard} (CSL 1.0.2). */
    static Item cslJson(StandardView standard) {
        var published = standard.publishedOn();
        var issued = published != null
                ? List.of(published.getYear(), published.getMonthValue(), published.getDayOfMonth())
                : year(standard).map(List::of).orElse(List.of());
        return new Item(
                standard.canonicalNumber(),
                "standard",
                standard.titleZh(),
                standard.canonicalNumber(),
                responsible(standard).map(body -> List.of(new Name(body))).orElse(List.of()),
                issued.isEmpty() ? null : new Issued(List.of(issued)),
                "zh-CN",
                standard.status().en());
    }

    /** An item as citation software reads it. */
    @Schema(name = "CslItem")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Item(
            @Schema(required = true) String id,

            @Schema(required = true, examples = "standard") String type,

            @Schema(required = true) String title,

            @Schema(required = true) String number,

            List<Name> author,
            @Nullable Issued issued,
            String language,
            String status) {}

    /** A body is a literal name. */
    @Schema(name = "CslName")
    record Name(@Schema(required = true) String literal) {}

    /** Year, month and day, as many as are known. */
    @Schema(name = "CslDate")
    record Issued(
            @JsonProperty("date-parts") @Schema(required = true)
            List<List<Integer>> dateParts) {}
}
