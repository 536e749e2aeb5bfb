package cn.quality.credit.listing;

import cn.quality.credit.enterprise.EnterpriseService;
import cn.quality.credit.query.Parameters;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.paging.PageRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Decisions that a repair was obtained by fraud: public for a term of their own, also when the entry has ended. */
@Path("listings/fraud-decisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "listings", description = "红黑榜 (red and black lists)")
class FraudDecisionResource {

    private final ListingLookup lookup;
    private final EnterpriseService enterprises;
    private final CacheableResponses answers;
    private final Clock clock;

    FraudDecisionResource(
            ListingLookup lookup, EnterpriseService enterprises, CacheableResponses answers, Clock clock) {
        this.lookup = lookup;
        this.enterprises = enterprises;
        this.answers = answers;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @APIResponseSchema(FraudDecisionPage.class)
    public Response fraudDecisions(
            @QueryParam("uscc")
                    @Parameter(description = "统一社会信用代码 (Unified Social Credit Code)", example = "91371199MA3RH00187")
                    @Nullable
                    String uscc,
            @Valid @BeanParam PageRequest page) {
        return answers.of(
                lookup.fraudDecisions(Parameters.text(uscc).map(enterprises::sought), page, LegalDates.today(clock)));
    }

    /** For the API description only: it cannot read the element type off a {@link Response}. */
    @Schema(name = "FraudDecisionPage")
    interface FraudDecisionPage {
        List<PublicFraudDecision> getItems();

        @Nullable
        String getNext();
    }
}
