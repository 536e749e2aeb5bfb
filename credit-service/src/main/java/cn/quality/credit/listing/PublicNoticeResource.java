package cn.quality.credit.listing;

import cn.quality.credit.query.Parameters;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Honours that are announced (红榜公示). Whoever has something against one goes to {@link NoticeObjectionResource}. */
@Path("public-notices")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "listings", description = "红黑榜 (red and black lists)")
class PublicNoticeResource {

    private final PublicNoticeLookup lookup;
    private final CacheableResponses answers;
    private final Clock clock;

    PublicNoticeResource(PublicNoticeLookup lookup, CacheableResponses answers, Clock clock) {
        this.lookup = lookup;
        this.answers = answers;
        this.clock = clock;
    }

    @GET
    @APIResponseSchema(PublicNoticePage.class)
    public Response announced(@QueryParam("region") @Nullable String region, @Valid @BeanParam PageRequest page) {
        return answers.of(lookup.announced(within(region), page, LegalDates.today(clock)));
    }

    @GET
    @Path("feed")
    @Produces(PublicNoticeFeed.MEDIA_TYPE)
    public Response feed(@QueryParam("region") @Nullable String region) {
        var today = LegalDates.today(clock);
        var where = within(region);
        return answers.of(
                PublicNoticeFeed.of(lookup.latest(where, PublicNoticeFeed.MOST, today), where, today),
                MediaType.valueOf(PublicNoticeFeed.MEDIA_TYPE).withCharset("utf-8"));
    }

    @GET
    @Path("{id}")
    @APIResponseSchema(AnnouncedHonour.class)
    public Response one(@PathParam("id") UUID id) {
        return answers.of(lookup.announced(id, LegalDates.today(clock))
                .orElseThrow(() ->
                        new Problem(ProblemTypes.NOT_FOUND, new Text("没有公示中的这一条目", "There is no such public notice"))));
    }

    private static Optional<RegionCode> within(@Nullable String region) {
        return Parameters.text(region).map(RegionCode::new);
    }

    /** For the API description only: it cannot read the element type off a {@link Response}. */
    @Schema(name = "PublicNoticePage")
    interface PublicNoticePage {
        List<AnnouncedHonour> getItems();

        @Nullable
        String getNext();
    }
}
