package cn.quality.standards.history;

import static cn.quality.platform.tabular.CsvTable.column;

import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.tabular.CsvTable;
import cn.quality.platform.tabular.ListFile;
import cn.quality.platform.tabular.ListResponses;
import cn.quality.standards.declaration.DeclarationHistory;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("declaration-digests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "history")
class DigestResource {

    private static final CsvTable<DigestView> TABLE = new CsvTable<>(List.of(
            column("declarationId", DigestView::declarationId),
            column("version", DigestView::version),
            column("recordedAt", DigestView::recordedAt),
            column("digest", DigestView::digest)));

    private final DeclarationHistory history;
    private final CacheableResponses answers;
    private final ListResponses lists;

    DigestResource(DeclarationHistory history, CacheableResponses answers, ListResponses lists) {
        this.history = history;
        this.answers = answers;
        this.lists = lists;
    }

    @GET
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CsvTable.MEDIA_TYPE, ListResponses.NDJSON})
    @APIResponseSchema(DigestPage.class)
    public Response listDigests(@Valid @BeanParam PageRequest page, @Context Request request) {
        return lists.of(
                request,
                () -> {
                    var rows = history.all(page).map(DigestView::of);
                    return answers.of(new DigestPage(Proof.TEXT, rows.items(), rows.next()), rows.next());
                },
                new ListFile<>(
                        "declaration-digests",
                        TABLE,
                        rows -> Page.forEachRow(part -> history.all(part).map(DigestView::of), rows)));
    }

    /** A page of all digests. */
    @Schema(name = "DeclarationDigestPage")
    record DigestPage(
            @Schema(required = true) Proof proof,

            @Schema(required = true) List<DigestView> items,

            @Schema(description = "下一页的 after (the after of the next page)") @Nullable
            String next) {}
}
