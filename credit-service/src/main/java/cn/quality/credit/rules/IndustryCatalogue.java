package cn.quality.credit.rules;

import cn.quality.platform.identifiers.IndustryCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An edition of the national classification of industries (GB/T 4754), down to its divisions. One item, because an edition
 * counts as a whole: the next one gives the same digits another meaning.
 *
 * @param edition the year in the number of the standard
 */
@Schema(description = "国民经济行业分类 (classification of industries)")
public record IndustryCatalogue(
        @NotNull @Pattern(regexp = "\\d{4}") @Schema(examples = "2017")
        String edition,

        @NotBlank @Size(max = 200) @Schema(examples = "国民经济行业分类 GB/T 4754-2017")
        String title,

        @NotNull LocalDate effectiveFrom,
        @NotNull Certainty certainty,

        @NotBlank @Size(max = 500) @Schema(examples = "GB/T 4754-2017")
        String source,

        @NotEmpty List<@Valid @NotNull Section> sections)
        implements ReferenceItem {

    /** 门类. */
    @Schema(name = "IndustrySection")
    public record Section(
            @NotNull @Pattern(regexp = "[A-Z]") @Schema(examples = "C")
            String code,

            @NotBlank @Size(max = 100) @Schema(examples = "制造业")
            String name,

            @NotEmpty List<@Valid @NotNull Division> divisions) {}

    /** 大类. */
    @Schema(name = "IndustryDivision")
    public record Division(
            @NotNull @Pattern(regexp = "\\d{2}") @Schema(examples = "13")
            String code,

            @NotBlank @Size(max = 100) @Schema(examples = "农副食品加工业")
            String name) {}

    @Override
    public String key() {
        return edition;
    }

    /** Whether the section is one of these and the division, if one is named, one of its. Groups and classes are not looked at. */
    public boolean knows(IndustryCode industry) {
        return sections.stream()
                .filter(section -> section.code().equals(industry.section()))
                .anyMatch(section -> industry.division()
                        .map(code -> section.divisions().stream()
                                .anyMatch(division -> division.code().equals(code)))
                        .orElse(true));
    }
}
