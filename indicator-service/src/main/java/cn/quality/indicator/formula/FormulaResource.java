package cn.quality.indicator.formula;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.Roles;
import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.observation.Period;
import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.paging.Page;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("formulas/{indicator}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "formulas", description = "由其他指标计算的指标 (indicators that are computed from others)")
class FormulaResource {

    private final FormulaService formulas;
    private final CacheableResponses answers;

    FormulaResource(FormulaService formulas, CacheableResponses answers) {
        this.formulas = formulas;
        this.answers = answers;
    }

    @GET
    @PermitAll
    @APIResponseSchema(FormulaView.class)
    public Response listFormulas(@PathParam("indicator") String indicator) {
        return IndicatorCode.parse(indicator)
                .map(formulas::of)
                .filter(known -> !known.isEmpty())
                .map(known -> answers.of(new Page<>(known, null)))
                .orElseThrow(() -> notFound(indicator));
    }

    @GET
    @Path("result")
    @PermitAll
    @APIResponseSchema(Computed.class)
    public Response computeFormula(@PathParam("indicator") String indicator, @Valid @BeanParam ComputedQuery query) {
        return IndicatorCode.parse(indicator)
                .flatMap(code -> Period.parse(query.period())
                        .flatMap(period -> formulas.compute(code, new AreaCode(query.area()), period, query.asOf())))
                .map(answers::of)
                .orElseThrow(() -> notFound(indicator));
    }

    @PUT
    @Path("{validFrom}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @APIResponseSchema(FormulaView.class)
    public Response putFormula(
            @PathParam("indicator") String indicator,
            @PathParam("validFrom") String validFrom,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewFormula formula) {
        if (!formula.indicator().equals(indicator)
                || !formula.validFrom().toString().equals(validFrom)) {
            throw new Problem(
                            ProblemTypes.INVALID_ARGUMENT,
                            new Text("路径与内容的公式不一致", "The path and the body name different formulas"))
                    .with(
                            formula.indicator().equals(indicator) ? "validFrom" : "indicator",
                            "same-as-path",
                            Text.of("应为 %s %s", "must be %s %s", indicator, validFrom));
        }
        return formulas.put(formula, Optional.ofNullable(ifMatch)).answer();
    }

    private static Problem notFound(String indicator) {
        return new Problem(ProblemTypes.NOT_FOUND, Text.of("指标 %s 没有公式", "%s has no formula", indicator));
    }
}
