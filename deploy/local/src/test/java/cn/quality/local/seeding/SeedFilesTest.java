package cn.quality.local.seeding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.local.seeding.SeedFiles.Element;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must hold in the data of {@code seeds/}, whoever edits it. */
class SeedFilesTest {

    private static final Set<String> CERTAINTY = Set.of("T", "D", "U");
    private static final Set<String> WEEKEND = Set.of(DayOfWeek.SATURDAY.name(), DayOfWeek.SUNDAY.name());

    private final SeedFiles files = new SeedFiles(Seeds.FOLDER, new ObjectMapper());

    // --- indicators

    @Test
    void thereAre93IndicatorsOfWhich38PromiseAFigure() {
        var indicators = bodies("indicators/indicators.json");

        assertThat(indicators)
                .extracting(i -> i.path("code").asText())
                .hasSize(93)
                .doesNotHaveDuplicates();
        assertThat(indicators.stream().filter(i -> i.has("target"))).hasSize(38);
        assertThat(indicators.stream().filter(i -> i.has("target") && i.has("baseline")))
                .hasSize(16);
    }

    @Test
    void everyQuotationIsLiterallyInThePlanItNamesAndEveryPlanIsQuoted() {
        Map<String, String> texts = files.plans().stream()
                .collect(Collectors.toMap(
                        plan -> plan.body().path("id").asText(),
                        plan -> plan.body().path("text").asText()));

        assertThat(bodies("indicators/indicators.json")).allSatisfy(indicator -> {
            var quotations = list(indicator.path("quotations"));
            assertThat(quotations).isNotEmpty();
            assertThat(quotations)
                    .allSatisfy(quotation -> assertThat(
                                    texts.get(quotation.path("plan").asText()))
                            .contains(quotation.path("text").asText()));
            assertThat(quotations)
                    .extracting(quotation -> quotation.path("plan").asText())
                    .hasSameElementsAs(texts(indicator.path("plans")));
        });
    }

    @Test
    void everyFigureIsANumberWithAQualifierUnlessItIsALevel() {
        assertThat(bodies("indicators/indicators.json")).allSatisfy(indicator -> {
            boolean ordinal = indicator.path("kind").asText().equals("ORDINAL");
            Stream.of("baseline", "target")
                    .filter(indicator::has)
                    .map(indicator::path)
                    .forEach(figure -> {
                        assertThat(figure.path("year").asInt()).isIn(2015, 2020);
                        assertThat(figure.path("text").asText()).isNotBlank();
                        assertThat(figure.path("value").isNumber())
                                .as("%s", indicator)
                                .isNotEqualTo(ordinal);
                        assertThat(figure.has("qualifier")).isNotEqualTo(ordinal);
                    });
        });
    }

    @Test
    void theKindOfATargetFollowsFromIt() {
        var byKind = bodies("indicators/indicators.json").stream()
                .collect(Collectors.groupingBy(
                        indicator -> indicator.path("kind").asText()));

        assertThat(byKind).containsOnlyKeys("REACH", "MAINTAIN", "ZERO", "MILESTONE", "ORDINAL", "CONTEXT");
        assertThat(byKind.get("CONTEXT")).allSatisfy(indicator -> {
            assertThat(indicator.has("target")).isFalse();
            assertThat(indicator.path("direction").asText()).isEqualTo("NONE");
        });
        assertThat(byKind.get("ZERO"))
                .allSatisfy(indicator -> assertThat(
                                indicator.path("target").path("value").asInt())
                        .isZero());
        assertThat(byKind.get("MAINTAIN"))
                .allSatisfy(indicator -> assertThat(
                                indicator.path("baseline").path("value").decimalValue())
                        .isEqualByComparingTo(
                                indicator.path("target").path("value").decimalValue()));
    }

    /** The plans give the parts and, for the end of 2015, what they add up to. */
    @Test
    void everyFormulaAddsTheBaselinesOfItsPartsToThatOfTheWhole() {
        var baselines = bodies("indicators/indicators.json").stream()
                .filter(indicator -> indicator.has("baseline"))
                .collect(Collectors.toMap(
                        indicator -> indicator.path("code").asText(),
                        indicator -> indicator.path("baseline").path("value").asInt()));

        assertThat(bodies("indicators/formulas.json")).isNotEmpty().allSatisfy(formula -> {
            assertThat(formula.path("form").asText()).isEqualTo("SUM");
            assertThat(formula.path("inputs").findValuesAsText("indicator").stream()
                            .mapToInt(baselines::get)
                            .sum())
                    .isEqualTo(baselines.get(formula.path("indicator").asText()));
        });
    }

    @Test
    void areasAndRegionsAreTheSamePlaces() {
        Function<String, Map<String, String>> places = file -> bodies(file).stream()
                .collect(Collectors.toMap(
                        p -> p.path("code").asText(), p -> p.path("name").asText()));

        assertThat(places.apply("indicators/areas.json")).hasSize(8).isEqualTo(places.apply("credit/regions.json"));
    }

    @Test
    void parentsComeBeforeTheirChildren() {
        for (var file : List.of("indicators/areas.json", "credit/regions.json")) {
            var known = new ArrayList<String>();
            for (var place : bodies(file)) {
                assertThat(known)
                        .containsAll(
                                place.has("parent")
                                        ? List.of(place.path("parent").asText())
                                        : List.of());
                known.add(place.path("code").asText());
            }
        }
    }

    // --- rules

    @Test
    void everyLegalFactNamesItsSourceAndItsCertainty() {
        var facts = Stream.of(
                        "credit/regions.json",
                        "credit/legal-bases.json",
                        "credit/rule-packs.json",
                        "credit/calendars.json",
                        "credit/exchange-templates.json",
                        "credit/industries.json")
                .flatMap(file -> bodies(file).stream())
                .flatMap(fact -> Stream.concat(Stream.of(fact), list(fact.path("rules")).stream()))
                .toList();

        assertThat(facts).hasSizeGreaterThan(100).allSatisfy(fact -> {
            assertThat(fact.path("source").asText()).isNotBlank();
            assertThat(fact.path("certainty").asText()).isIn(CERTAINTY);
        });
    }

    /** GB/T 4754-2017 has 20 sections and 97 divisions, numbered through. */
    @Test
    void theClassificationOfIndustriesIsWhole() {
        var sections = list(bodies("credit/industries.json").getFirst().path("sections"));
        var divisions = sections.stream()
                .flatMap(section -> list(section.path("divisions")).stream())
                .toList();

        assertThat(sections.stream().map(section -> section.path("code").asText()))
                .containsExactly("ABCDEFGHIJKLMNOPQRST".split(""));
        assertThat(divisions.stream().map(division -> division.path("code").asInt()))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 97).boxed().toList());
        assertThat(divisions)
                .extracting(division -> division.path("name").asText())
                .doesNotHaveDuplicates()
                .doesNotContain("");
    }

    @Test
    void codesOfLegalBasesAreUnique() {
        assertThat(bodies("credit/legal-bases.json"))
                .extracting(basis -> basis.path("code").asText())
                .doesNotHaveDuplicates();
    }

    /** 国办发〔2020〕49号: an adverse list needs a law, a regulation or a central policy, or a rule resting on one. */
    @Test
    void noLocalPolicySupportsABlackList() {
        assertThat(bodies("credit/legal-bases.json"))
                .filteredOn(basis -> texts(basis.path("supports")).contains("BLACK"))
                .isNotEmpty()
                .noneMatch(basis -> basis.path("level").asText().equals("LOCAL_POLICY"));
    }

    @Test
    void rulePacksFollowOneAnotherWithoutGapAndNoRuleIsLost() {
        var packs = bodies("credit/rule-packs.json").stream()
                .sorted(Comparator.comparing(pack -> pack.path("effectiveFrom").asText()))
                .toList();

        for (int i = 1; i < packs.size(); i++) {
            assertThat(packs.get(i - 1).path("effectiveTo").asText())
                    .isEqualTo(packs.get(i).path("effectiveFrom").asText());
            assertThat(codes(packs.get(i))).containsAll(codes(packs.get(i - 1)));
        }
        assertThat(packs.getLast().has("effectiveTo")).isFalse();
        assertThat(packs)
                .allSatisfy(pack -> assertThat(list(pack.path("rules"))).hasSameSizeAs(codes(pack)));
    }

    /** Where the law names no rule of transition, the mark says so. */
    @Test
    void everyPackButTheFirstSaysWhatBecomesOfCasesBegunBeforeIt() {
        var packs = bodies("credit/rule-packs.json");

        assertThat(packs.getFirst().has("transitions")).isFalse();
        assertThat(packs.subList(1, packs.size())).allSatisfy(pack -> {
            var transitions = list(pack.path("transitions"));
            assertThat(transitions)
                    .extracting(one -> one.path("cases").asText())
                    .containsExactlyInAnyOrder("COMPLAINT", "LISTING");
            assertThat(transitions).allSatisfy(one -> {
                assertThat(one.path("source").asText()).isNotBlank();
                assertThat(one.path("certainty").asText()).isIn(CERTAINTY);
            });
        });
    }

    @Test
    void theRepairClockChangedWithOrder107() {
        assertThat(bodies("credit/rule-packs.json"))
                .extracting(pack -> pack.path("id").asText() + " " + rule(pack, "REPAIR_DECISION"))
                .containsExactlyInAnyOrder(
                        "credit-2021-09-01 15 WORKING_DAYS",
                        "credit-2025-12-25 7 WORKING_DAYS",
                        "credit-2026-04-01 7 WORKING_DAYS",
                        "credit-2026-04-15 7 WORKING_DAYS",
                        "credit-2026-12-01 7 WORKING_DAYS");
    }

    @Test
    void calendarsCover2021To2027EachDayOnceAndWorkOnlyOnWeekends() {
        var calendars = bodies("credit/calendars.json");

        assertThat(calendars)
                .extracting(c -> c.path("year").asInt())
                .containsExactly(2021, 2022, 2023, 2024, 2025, 2026, 2027);
        assertThat(calendars).allSatisfy(calendar -> {
            var year = calendar.path("year").asText();
            var holidays = list(calendar.path("holidays")).stream()
                    .map(holiday -> holiday.path("date").asText())
                    .toList();
            var worked = texts(calendar.path("workingWeekends"));
            assertThat(holidays).isNotEmpty().doesNotHaveDuplicates().allMatch(day -> day.startsWith(year));
            assertThat(worked).doesNotHaveDuplicates().doesNotContainAnyElementsOf(holidays);
            assertThat(worked)
                    .allMatch(day -> day.startsWith(year)
                            && WEEKEND.contains(
                                    LocalDate.parse(day).getDayOfWeek().name()));
        });
    }

    // --- standards

    @Test
    void atLeast500StandardsOfAllPublicLevelsEachNumberOnce() {
        var standards = standards();

        assertThat(standards)
                .extracting(s -> s.path("number").asText())
                .hasSizeGreaterThanOrEqualTo(500)
                .doesNotHaveDuplicates();
        assertThat(standards.stream().map(s -> s.path("level").asText()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("NATIONAL", "INDUSTRY", "LOCAL", "GROUP", "INTERNATIONAL");
        assertThat(standards).allSatisfy(standard -> {
            assertThat(standard.path("source").asText()).isNotBlank();
            assertThat(standard.path("certainty").asText()).isIn(CERTAINTY);
        });
    }

    @Test
    void replacementIsToldFromBothEndsAndEveryNumberIsThere() {
        var byNumber = byNumber();

        byNumber.forEach((number, standard) -> {
            assertThat(texts(standard.path("replaces")))
                    .as(number)
                    .allSatisfy(older -> assertThat(texts(of(byNumber, older).path("replacedBy")))
                            .contains(number));
            assertThat(texts(standard.path("replacedBy")))
                    .as(number)
                    .allSatisfy(newer -> assertThat(texts(of(byNumber, newer).path("replaces")))
                            .contains(number));
            assertThat(list(standard.path("adopts")))
                    .as(number)
                    .allSatisfy(adopted -> assertThat(byNumber)
                            .containsKey(adopted.path("number").asText()));
        });
    }

    @Test
    void aStandardIsReplacedExactlyWhenASuccessorIsInForce() {
        var byNumber = byNumber();

        assertThat(byNumber.values()).allSatisfy(standard -> {
            boolean succeeded = texts(standard.path("replacedBy")).stream()
                    .anyMatch(newer ->
                            !of(byNumber, newer).path("status").asText().equals("UPCOMING"));
            assertThat(standard.path("status").asText().equals("REPLACED"))
                    .as(standard.path("number").asText())
                    .isEqualTo(succeeded);
        });
    }

    @Test
    void datesAreInOrder() {
        assertThat(standards()).allSatisfy(standard -> {
            var dates = Stream.of("publishedOn", "implementedOn", "abolishedOn")
                    .filter(standard::has)
                    .map(field -> LocalDate.parse(standard.path(field).asText()))
                    .toList();
            assertThat(dates).isSorted();
        });
    }

    /** What art. 14 of 企业标准化促进办法 is checked against. */
    @Test
    void atLeastTwentyRecommendedStandardsStateFiguresOfKnownCharacteristics() {
        var catalogue = byNumber();
        var characteristics = bodies("standards/characteristics.json").stream()
                .map(characteristic -> characteristic.path("code").asText())
                .toList();

        assertThat(characteristics).doesNotHaveDuplicates();
        assertThat(bodies("standards/requirements.json"))
                .hasSizeGreaterThanOrEqualTo(20)
                .allSatisfy(requirement -> {
                    var standard = of(catalogue, requirement.path("standard").asText());
                    assertThat(standard.path("status").asText()).isEqualTo("IN_FORCE");
                    assertThat(standard.path("nature").asText()).isEqualTo("RECOMMENDED");
                    assertThat(texts(requirement.path("products"))).isNotEmpty();
                    assertThat(requirement.path("source").asText()).isNotBlank();
                    assertThat(requirement.path("certainty").asText()).isIn(CERTAINTY);
                    assertThat(list(requirement.path("indicators")))
                            .isNotEmpty()
                            .allSatisfy(indicator -> {
                                assertThat(indicator.path("characteristic").asText())
                                        .isIn(characteristics);
                                assertThat(indicator.path("clause").asText()).isNotBlank();
                            });
                });
    }

    /** A declaration can cite them only if the catalogue knows them. */
    @Test
    void whatRequirementsCiteIsInTheCatalogue() {
        var editions = byNumber().keySet();

        assertThat(bodies("standards/requirements.json"))
                .allSatisfy(requirement -> assertThat(Stream.concat(
                                texts(requirement.path("mandatory")).stream(),
                                requirement.findValuesAsText("testMethod").stream()))
                        .allSatisfy(undated ->
                                assertThat(editions).anyMatch(edition -> edition.startsWith(undated + "-"))));
    }

    /** A name must say which characteristic is meant. */
    @Test
    void noNameBelongsToTwoCharacteristics() {
        assertThat(bodies("standards/characteristics.json").stream()
                        .flatMap(characteristic -> Stream.concat(
                                        Stream.of("nameZh", "nameEn")
                                                .map(name -> characteristic
                                                        .path(name)
                                                        .asText()),
                                        texts(characteristic.path("synonyms")).stream())
                                .distinct()))
                .doesNotHaveDuplicates();
    }

    /** GB/T 2260 gives the region 371199 to no place, so no real body can carry such a code. */
    @Test
    void bodiesThatMakeGroupStandardsAreFictional() {
        assertThat(bodies("standards/group-standards.json")).isNotEmpty().allSatisfy(group -> {
            var body = group.path("body");
            assertThat(body.path("uscc").asText()).startsWith("51371199");
            assertThat(body.path("name").asText()).contains("示例");
            assertThat(group.path("projects"))
                    .allSatisfy(project -> assertThat(
                                    project.path("proposal").path("title").asText())
                            .contains("示例"));
        });
    }

    @Test
    void everyTbtNoticeIsThereOnceWithItsClass() {
        var notices = files.lines("standards/tbt-notices.ndjson").stream()
                .map(Element::body)
                .toList();

        assertThat(notices)
                .extracting(notice -> notice.path("number").asText())
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allMatch(number -> number.startsWith("G/TBT/N/"));
        assertThat(notices)
                .allSatisfy(notice -> assertThat(texts(notice.path("ics"))).isNotEmpty());
    }

    // --- reading

    @Test
    void aMissingFileIsNamedWithWhatToDo(@TempDir Path empty) {
        var none = new SeedFiles(empty, new ObjectMapper());

        assertThatThrownBy(() -> none.array("credit/regions.json"))
                .isInstanceOf(SeedException.class)
                .hasMessageContaining("regions.json is missing")
                .hasMessageContaining("--seeds");
    }

    @Test
    void aBrokenLineIsNamed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("two.ndjson"), "{\"a\":1}\n{broken\n");
        var broken = new SeedFiles(folder, new ObjectMapper());

        assertThatThrownBy(() -> broken.lines("two.ndjson"))
                .isInstanceOf(SeedException.class)
                .hasMessageContaining("two.ndjson line 2");
    }

    private List<JsonNode> bodies(String file) {
        return files.array(file).stream().map(Element::body).toList();
    }

    private List<JsonNode> standards() {
        return files.lines("standards/standards.ndjson").stream()
                .map(Element::body)
                .toList();
    }

    private Map<String, JsonNode> byNumber() {
        return standards().stream()
                .collect(Collectors.toMap(s -> s.path("number").asText(), Function.identity()));
    }

    private static JsonNode of(Map<String, JsonNode> byNumber, String number) {
        return byNumber.getOrDefault(number, MissingNode.getInstance());
    }

    private static Set<String> codes(JsonNode pack) {
        return list(pack.path("rules")).stream()
                .map(rule -> rule.path("code").asText())
                .collect(Collectors.toSet());
    }

    private static String rule(JsonNode pack, String code) {
        return list(pack.path("rules")).stream()
                .filter(rule -> rule.path("code").asText().equals(code))
                .map(rule ->
                        rule.path("value").asText() + " " + rule.path("unit").asText())
                .findFirst()
                .orElse("none");
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static List<String> texts(JsonNode array) {
        return list(array).stream().map(JsonNode::asText).toList();
    }
}
