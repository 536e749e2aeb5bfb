package cn.quality.credit.lookup;

import cn.quality.credit.Roles;
import cn.quality.credit.matching.WrittenName;
import cn.quality.credit.owner.AccessRecord;
import cn.quality.credit.query.Parameters;
import cn.quality.credit.screening.SimilarNames;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.identifiers.NameNormaliser;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Public lookup of enterprises. */
@Path("enterprises")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "enterprises", description = "企业登记与公众查询 (enterprises: registration and public lookup)")
class LookupResource {

    private static final int SHORTEST = 2;

    /** Two or three characters are a part of a name and like nothing else. */
    private static final int SHORTEST_LIKE = 4;

    /** So many hits and more are answer enough. */
    private static final int FEW = 5;

    private final EnterpriseLookup lookup;
    private final SimilarNames names;
    private final CacheableResponses answers;
    private final AccessRecord looks;
    private final Caller caller;
    private final Clock clock;

    LookupResource(
            EnterpriseLookup lookup,
            SimilarNames names,
            CacheableResponses answers,
            AccessRecord looks,
            Caller caller,
            Clock clock) {
        this.lookup = lookup;
        this.names = names;
        this.answers = answers;
        this.looks = looks;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("{uscc}")
    @APIResponseSchema(PublicEnterprise.class)
    public Response byCode(@PathParam("uscc") String uscc) {
        var code = UnifiedSocialCreditCode.read(uscc);
        var known = lookup.byCode(code, LegalDates.today(clock));
        known.ifPresent(found -> looks.count(code.value()));
        return known.map(
                        found -> found.edition().named(answers.of(found.json())).build())
                .orElseThrow(() -> unknown(code));
    }

    @GET
    @Path("{uscc}/status")
    @APIResponseSchema(StatusAt.class)
    public Response status(
            @PathParam("uscc") String uscc,
            @QueryParam("validAt") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date")) @Nullable
                    String validAt,
            @QueryParam("knownAt")
                    @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @Nullable
                    String knownAt) {
        var code = UnifiedSocialCreditCode.read(uscc);
        var now = clock.instant();
        var today = LegalDates.on(now);
        var day = Parameters.date("validAt", validAt).orElse(today);
        var moment = Parameters.moment("knownAt", knownAt);
        if (day.isAfter(today)) {
            throw Parameters.refused("validAt", "future", Text.of("%s 尚未到来", "%s is yet to come", day));
        }
        moment.filter(asked -> asked.isAfter(now)).ifPresent(asked -> {
            throw Parameters.refused("knownAt", "future", Text.of("%s 尚未到来", "%s is yet to come", asked));
        });
        boolean auditor = caller.has(Roles.AUDITOR);
        var found = lookup.status(code, new EnterpriseLookup.Question(day, moment, auditor), today)
                .orElseThrow(() -> unknown(code));
        if (auditor) {
            looks.record("审计查询信用状况", code.value());
        } else {
            looks.count(code.value());
        }
        return found.edition()
                // Who asks decides what is answered, so no cache may mix the two.
                .named(
                        auditor
                                ? Response.ok(found.json())
                                        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                                        .build()
                                : answers.of(found.json()))
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .build();
    }

    private static Problem unknown(UnifiedSocialCreditCode code) {
        return code.irregularity()
                .orElseGet(() -> new Problem(
                        ProblemTypes.NOT_FOUND, Text.of("没有代码为 %s 的企业", "No enterprise has the code %s", code)));
    }

    @GET
    @APIResponseSchema(EnterpriseHitPage.class)
    public Response byName(
            @QueryParam("name") @Size(max = 200) @Parameter(required = true) @Nullable String name,
            @Valid @BeanParam PageRequest page) {
        var typed = name == null ? "" : name;
        var written = WrittenName.of(typed);
        var normalised = NameNormaliser.normalise(
                written.code().isPresent() && isTooShort(written.name()) ? typed : written.name());
        if (isTooShort(normalised)) {
            throw new Problem(ProblemTypes.INVALID_ARGUMENT, new Text("请给出名称中的字", "Give some characters of the name"))
                    .with("name", "too-short", Text.of("至少%d个字", "At least %d characters", SHORTEST));
        }
        var hits = lookup.byName(normalised, page);
        var found = hits.page();
        boolean similarWanted = page.cursor().isEmpty()
                && (written.code().isPresent()
                        || (length(normalised) >= SHORTEST_LIKE
                                && found.items().size() < FEW
                                && found.items().stream().noneMatch(hit -> isCalled(hit, normalised))));
        var answer = new HitsAndSimilar(
                found.items(), found.next(), similarWanted ? similar(typed, found.items()) : List.of());
        return hits.edition().named(answers.of(answer, found.next())).build();
    }

    private static boolean isCalled(EnterpriseHit hit, String normalised) {
        return normalised.equals(NameNormaliser.normalise(hit.name()))
                || (hit.matchedName() != null && normalised.equals(NameNormaliser.normalise(hit.matchedName())));
    }

    private List<EnterpriseHit> similar(String typed, List<EnterpriseHit> exact) {
        var codes = exact.stream().map(EnterpriseHit::uscc).collect(Collectors.toSet());
        var similar = names.to(typed).stream()
                .filter(one -> one.byCode() || !codes.contains(one.uscc()))
                .toList();
        var known = lookup.hits(similar.stream().map(SimilarNames.Similar::uscc).toList());
        return similar.stream()
                .flatMap(one -> Optional.ofNullable(known.get(one.uscc())).map(hit -> hit.foundBy(one)).stream())
                .toList();
    }

    private static boolean isTooShort(String normalised) {
        return length(normalised) < SHORTEST;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** @param similar who may be meant although no name of theirs has the text; absent without any */
    private record HitsAndSimilar(
            List<EnterpriseHit> items,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String next,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<EnterpriseHit> similar) {}

    /** For the API description only: it cannot read the element type off a {@link Response}. */
    @Schema(name = "EnterpriseHitPage")
    interface EnterpriseHitPage {
        List<EnterpriseHit> getItems();

        @Nullable
        String getNext();

        @Schema(
                description = "精确命中少时的近似企业，最多5个；仅为可能 (candidates with a similar name when few names have the text;"
                        + " possible only)")
        @Nullable
        List<EnterpriseHit> getSimilar();
    }
}
