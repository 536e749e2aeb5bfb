package cn.quality.indicator.observation;

import cn.quality.indicator.Roles;
import cn.quality.indicator.observation.Report.Line;
import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.tabular.CsvTable;
import cn.quality.platform.tabular.Download;
import cn.quality.platform.tabular.ListResponses;
import cn.quality.platform.tabular.TableRows;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("observations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "observations", description = "指标数据：按时期、地区填报，修订留痕 (figures, each revision kept)")
class ObservationResource {

    private final ObservationService observations;
    private final ObservationImport files;
    private final ObservationExport export;
    private final CacheableResponses answers;
    private final Caller caller;

    ObservationResource(
            ObservationService observations,
            ObservationImport files,
            ObservationExport export,
            CacheableResponses answers,
            Caller caller) {
        this.observations = observations;
        this.files = files;
        this.export = export;
        this.answers = answers;
        this.caller = caller;
    }

    /** The body of a report. */
    record NewReport(@NotNull @NotEmpty @Size(max = 5_000) List<@NotNull @Valid NewObservation> observations) {}

    @GET
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CsvTable.MEDIA_TYPE, ListResponses.NDJSON, TableRows.XLSX})
    @APIResponseSchema(ObservationView.class)
    public Response listObservations(
            @Valid @BeanParam ObservationFilter filter, @Valid @BeanParam PageRequest page, @Context Request request) {
        return export.answer(
                request,
                filter,
                Timeline.PUBLISHED,
                () -> answers.of(observations.list(filter, Timeline.PUBLISHED, page)));
    }

    @GET
    @Path("recorded")
    @RolesAllowed({
        Roles.REPORTER,
        Roles.COUNTY_REVIEWER,
        Roles.CITY_REVIEWER,
        Roles.PUBLISHER,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR
    })
    @Produces({MediaType.APPLICATION_JSON, CsvTable.MEDIA_TYPE, ListResponses.NDJSON, TableRows.XLSX})
    @APIResponseSchema(ObservationView.class)
    public Response listRecordedObservations(
            @Valid @BeanParam ObservationFilter filter, @Valid @BeanParam PageRequest page, @Context Request request) {
        if (caller.has(Roles.REPORTER) || caller.has(Roles.COUNTY_REVIEWER)) {
            caller.requireRegion(Objects.requireNonNullElse(filter.area(), ""));
        }
        return export.answer(
                request,
                filter,
                Timeline.RECORDED,
                () -> Response.ok(observations.list(filter, Timeline.RECORDED, page))
                        .build());
    }

    @GET
    @Path("roll-up")
    @PermitAll
    @APIResponseSchema(RollUpView.class)
    public Response getRollUp(@Valid @BeanParam RollUpQuery query) {
        return answers.of(observations.rollUp(query));
    }

    @GET
    @Path("template")
    @PermitAll
    @Produces(TableRows.XLSX)
    public Response getObservationTemplate() {
        return Download.of(TableRows.XLSX, "observations.xlsx", ObservationCells::writeTemplate)
                .build();
    }

    @POST
    @RolesAllowed(Roles.ADMINISTRATOR)
    @APIResponseSchema(ReportView.class)
    public Response recordObservations(@NotNull @Valid NewReport report) {
        var lines = IntStream.range(0, report.observations().size())
                .mapToObj(i -> new Line(
                        "observations[%d]".formatted(i), report.observations().get(i)))
                .toList();
        return Response.ok(observations.record(new Report(lines, 0))).build();
    }

    @POST
    @Path("batch")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Consumes({CsvTable.MEDIA_TYPE, TableRows.XLSX, ListResponses.NDJSON})
    @APIResponseSchema(ReportView.class)
    public Response recordObservationFile(InputStream file, @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type)
            throws IOException {
        return Response.ok(observations.record(files.read(file, type))).build();
    }

    @POST
    @Path("publications")
    @RolesAllowed(Roles.PUBLISHER)
    @APIResponseSchema(PublicationView.class)
    public Response publishObservations(@NotNull @Valid NewPublication publication) {
        return Response.ok(observations.publish(publication)).build();
    }
}
