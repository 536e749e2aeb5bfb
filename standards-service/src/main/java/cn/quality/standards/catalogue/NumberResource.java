package cn.quality.standards.catalogue;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.Text;
import cn.quality.standards.input.Flaws;
import cn.quality.standards.number.StandardNumber;
import cn.quality.standards.number.StandardNumber.Reading;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("numbers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "standards")
class NumberResource {

    private static final int LONGEST_TEXT = 100_000;
    // What a mistyped number most likely still has right.
    private static final Pattern SERIAL = Pattern.compile("\\d{2,6}(\\.\\d{1,4})?");

    private final StandardLookup catalogue;
    private final CacheableResponses answers;
    private final Clock clock;

    NumberResource(StandardLookup catalogue, CacheableResponses answers, Clock clock) {
        this.catalogue = catalogue;
        this.answers = answers;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @APIResponseSchema(NumberView.class)
    public Response readNumber(
            @QueryParam("number") @Nullable String number,
            @QueryParam("on") @Parameter(schema = @Schema(implementation = LocalDate.class)) @Nullable String on) {
        var day = Flaws.day(on, "on").orElseGet(() -> LegalDates.today(clock));
        var text = number == null ? "" : number;
        return answers.of(
                switch (StandardNumber.read(text)) {
                    case Reading.Read(var read) -> view(read, day);
                    case Reading.Misread(var flaws) -> throw didYouMean(text, StandardNumber.invalid(text, flaws));
                });
    }

    private Problem didYouMean(String text, Problem problem) {
        var serials = SERIAL.matcher(text.length() > 100 ? text.substring(0, 100) : text);
        var names = serials.find()
                ? catalogue.candidates(serials.group(), Optional.empty()).stream()
                        .map(StandardRef::number)
                        .collect(Collectors.joining(", "))
                : "";
        return names.isEmpty()
                ? problem
                : problem.with("number", "candidates", Text.of("是否为 %s", "did you mean %s", names));
    }

    private NumberView view(StandardNumber number, LocalDate day) {
        var known = Optional.ofNullable(catalogue.known(List.of(number)).get(number));
        return NumberView.of(
                number,
                known,
                catalogue.inForce(number, day),
                known.isPresent() || !number.dated()
                        ? List.of()
                        : catalogue.candidates(number.designation(), Optional.of(number)));
    }

    /** A text in which numbers are looked for. */
    @Schema(name = "TextWithNumbers")
    record TextWithNumbers(
            @Schema(required = true, examples = "本产品符合 GB 18401-2010 B类和 GB/T 22849 的要求") @Nullable
            String text) {}

    @POST
    @Path("in-text")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @APIResponseSchema(NumbersInText.class)
    public Response findNumbers(@Nullable TextWithNumbers body) {
        var text = Flaws.body(body).text();
        var flaws = new Flaws();
        if (text == null || text.isBlank()) {
            flaws.missing("text");
        } else if (text.length() > LONGEST_TEXT) {
            flaws.add("text", "too-long", Text.of("不得超过 %d 个字符", "at most %d characters", LONGEST_TEXT));
        }
        flaws.refuseIfAny();
        var found = StandardNumber.numbersIn(text == null ? "" : text);
        var known = catalogue.known(
                found.stream().map(one -> one.number()).distinct().toList());
        return Response.ok(new NumbersInText(found.stream()
                        .map(one -> new NumbersInText.Found(
                                one.number().original(),
                                one.number().canonical(),
                                one.start(),
                                one.end(),
                                known.get(one.number())))
                        .toList()))
                .build();
    }

    /** The numbers of a text, in its order. */
    @Schema(name = "NumbersInText")
    record NumbersInText(@Schema(required = true) List<Found> items) {

        /** One of them. */
        @Schema(name = "NumberInText")
        record Found(
                @Schema(required = true, description = "文中写法 As written")
                String written,

                @Schema(required = true) String canonicalNumber,

                @Schema(required = true, description = "起始位置，按 UTF-16 计，从 0 起 Index of the first character, in UTF-16")
                int start,

                @Schema(required = true, description = "结束位置（不含） Index after the last character")
                int end,

                @Schema(description = "目录中没有时省略 Absent when the catalogue does not hold it") @Nullable
                StandardRef standard) {}
    }
}
