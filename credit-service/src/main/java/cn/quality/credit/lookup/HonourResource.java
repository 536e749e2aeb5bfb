package cn.quality.credit.lookup;

import static cn.quality.platform.tabular.CsvTable.column;

import cn.quality.credit.archive.Award;
import cn.quality.credit.query.Parameters;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.tabular.CsvTable;
import cn.quality.platform.tabular.ListFile;
import cn.quality.platform.tabular.ListResponses;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The brand resource library (品牌发展资源库), as everybody may read it. */
@Path("honours")
@PermitAll
@Tag(name = "honours", description = "品牌发展资源库 (the brand resource library)")
class HonourResource {

    private static final String VALID_ON = "Valid-On";

    private static final CsvTable<PublicHonour> TABLE = new CsvTable<>(List.of(
            column("id", PublicHonour::id),
            column("uscc", PublicHonour::uscc),
            column("enterpriseName", PublicHonour::enterpriseName),
            column("region", PublicHonour::region),
            column("award", PublicHonour::award),
            column("level", PublicHonour::level),
            column("round", PublicHonour::round),
            column("title", PublicHonour::title),
            column("product", PublicHonour::product),
            column("department", PublicHonour::department),
            column("documentNumber", PublicHonour::documentNumber),
            column("awardedOn", PublicHonour::awardedOn),
            column("validTo", PublicHonour::validTo),
            column("fictional", PublicHonour::fictional)));

    private final HonourLookup lookup;
    private final CacheableResponses answers;
    private final ListResponses lists;
    private final Clock clock;

    HonourResource(HonourLookup lookup, CacheableResponses answers, ListResponses lists, Clock clock) {
        this.lookup = lookup;
        this.answers = answers;
        this.lists = lists;
        this.clock = clock;
    }

    /** Which honours are asked for; what is left out does not narrow. */
    record HonourQuery(
            @QueryParam("award")
            @Parameter(description = "荣誉种类 (award)", schema = @Schema(implementation = Award.class))
            @Nullable
            String award,

            @QueryParam("level") @Size(max = 20) @Parameter(description = "级别 (level)", example = "CITY") @Nullable
            String level,

            @QueryParam("round") @Size(max = 100) @Parameter(description = "届次 (round)", example = "第一届") @Nullable
            String round,

            @QueryParam("region") @Parameter(description = "区划代码，含下辖区划 (region)", example = "371100") @Nullable
            String region,

            @QueryParam("validOn")
            @Parameter(
                    description = "在这一天有效，默认今天 (valid on this day)",
                    schema = @Schema(type = SchemaType.STRING, format = "date"))
            @Nullable
            String validOn) {

        HonourLookup.Filter filter(Clock clock) {
            return new HonourLookup.Filter(
                    Parameters.oneOf(Award.class, "award", award),
                    Parameters.text(level),
                    Parameters.text(round),
                    Parameters.text(region).map(RegionCode::new),
                    Parameters.date("validOn", validOn).orElseGet(() -> LegalDates.today(clock)));
        }
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvTable.MEDIA_TYPE, ListResponses.NDJSON})
    @APIResponseSchema(PublicHonourPage.class)
    public Response list(
            @Valid @BeanParam HonourQuery query, @Valid @BeanParam PageRequest page, @Context Request request) {
        var filter = query.filter(clock);
        var answer = lists.of(
                request,
                () -> answers.of(lookup.page(filter, page)),
                new ListFile<>("honours", TABLE, rows -> lookup.all(filter, rows)));
        return Response.fromResponse(answer).header(VALID_ON, filter.validOn()).build();
    }

    /** For the API description only: it cannot read the element type off a {@link Response}. */
    @Schema(name = "PublicHonourPage")
    interface PublicHonourPage {
        List<PublicHonour> getItems();

        @Nullable
        String getNext();
    }
}
