package cn.quality.standards.exchange;

import cn.quality.standards.catalogue.StandardView;
import cn.quality.standards.catalogue.Succession;
import cn.quality.standards.number.StandardNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A standard in the model of Relaton ({@code bibitem}), from which its YAML and its XML are written. References are written as
 * they were stated: an undated one has no date, and what it means today is not told here.
 */
record RelatonItem(
        String id,
        List<Title> titles,
        String number,
        String issuer,
        Optional<String> serial,
        List<Dated> dates,
        List<Contributor> contributors,
        List<Note> notes,
        Optional<String> scope,
        String stage,
        List<Relation> relations,
        List<Note> classifications) {

    static final String PARTIAL = "部分代替 replaced in part";
    static final String DEPARTMENT = "主管部门 responsible department";
    static final String COMMITTEE = "committee";
    static final String DRAFTING_UNIT = "起草单位 drafting unit";
    static final String FIRST_PUBLISHED = "first-published";

    record Title(String content, String language, String script) {}

    /** A date of a kind. */
    record Dated(String type, LocalDate on) {}

    /** A body, and what it has to do with the standard. */
    record Contributor(String name, @Nullable String role, String description) {}

    record Note(String type, String content) {}

    /** Another standard by its number. */
    record Relation(
            String type,
            @Nullable String description,
            String number,
            @Nullable String title) {}

    static RelatonItem of(StandardView standard) {
        var number = StandardNumber.reference(standard.canonicalNumber());
        return new RelatonItem(
                xmlName(standard.canonicalNumber()),
                Stream.concat(
                                Stream.of(new Title(standard.titleZh(), "zh", "Hans")),
                                Stream.ofNullable(standard.titleEn()).map(title -> new Title(title, "en", "Latn")))
                        .toList(),
                standard.canonicalNumber(),
                number.parts().prefix(),
                Optional.ofNullable(number.parts().serial()),
                Stream.of(
                                dated("published", standard.publishedOn()),
                                dated("implemented", standard.implementedOn()),
                                dated("obsoleted", standard.abolishedOn()),
                                dated("confirmed", standard.reviewedOn()),
                                dated(FIRST_PUBLISHED, standard.firstPublishedOn()))
                        .flatMap(Optional::stream)
                        .toList(),
                contributors(standard),
                List.of(
                        new Note("source", standard.source()),
                        new Note("certainty", standard.certainty().name())),
                Optional.ofNullable(standard.scope()),
                standard.status().en(),
                relations(standard),
                Stream.of(classified("ICS", standard.ics()), classified("CCS", standard.ccs()))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Optional<Dated> dated(String type, @Nullable LocalDate day) {
        return Optional.ofNullable(day).map(on -> new Dated(type, on));
    }

    private static Optional<Note> classified(String scheme, @Nullable String code) {
        return Optional.ofNullable(code).map(known -> new Note(scheme, known));
    }

    private static List<Contributor> contributors(StandardView standard) {
        return Stream.of(
                        Stream.ofNullable(standard.department()).map(name -> new Contributor(name, null, DEPARTMENT)),
                        Stream.ofNullable(standard.technicalCommittee())
                                .map(name -> new Contributor(name, "author", COMMITTEE)),
                        standard.draftingUnits().stream().map(name -> new Contributor(name, "author", DRAFTING_UNIT)))
                .flatMap(bodies -> bodies)
                .toList();
    }

    private static List<Relation> relations(StandardView standard) {
        var succeeded = standard.succession() == Succession.SPLIT
                ? "splitInto"
                : standard.succession() == Succession.MERGED ? "mergedInto" : "obsoletedBy";
        return Stream.of(
                        standard.replaces().stream()
                                .map(other -> new Relation("obsoletes", null, other.number(), other.titleZh())),
                        standard.replacedBy().stream()
                                .map(other -> new Relation(succeeded, null, other.number(), other.titleZh())),
                        standard.replacesInPart().stream()
                                .map(other -> new Relation("updates", PARTIAL, other.number(), other.titleZh())),
                        standard.replacedInPartBy().stream()
                                .map(other -> new Relation("updatedBy", PARTIAL, other.number(), other.titleZh())),
                        standard.supplements().stream()
                                .map(other -> new Relation("updatedBy", null, other.number(), other.titleZh())),
                        standard.adopts().stream()
                                .map(other -> new Relation(
                                        "adoptedFrom", other.degree().name(), other.number(), other.titleZh())),
                        standard.cites().stream()
                                .map(other -> new Relation(
                                        "cites",
                                        null,
                                        other.number(),
                                        other.standard() == null
                                                ? null
                                                : other.standard().titleZh())))
                .flatMap(related -> related)
                .toList();
    }

    /** An identifier in XML: no slash, blank or colon. */
    private static String xmlName(String number) {
        return number.replaceAll("[^\\p{L}\\p{N}.-]+", "_");
    }
}
