package cn.quality.standards.check;

import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.tabular.ListResponses;
import cn.quality.standards.declarant.DeclarantService;
import cn.quality.standards.declaration.Gtin;
import cn.quality.standards.declaration.PublicDeclaration;
import cn.quality.standards.declaration.PublicDeclarations;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Products as their codes name them. */
@Path("products")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "checks")
class ProductResource {

    private static final String SVG = "image/svg+xml";
    private static final String PNG = "image/png";

    /** The first is sent to a client who accepts anything. */
    private static final List<Variant> PICTURES =
            Variant.mediaTypes(MediaType.valueOf(PNG), MediaType.valueOf(SVG)).build();

    private final PublicDeclarations declarations;
    private final DeclarantService declarants;
    private final QrConfig config;
    private final CacheableResponses answers;

    ProductResource(
            PublicDeclarations declarations, DeclarantService declarants, QrConfig config, CacheableResponses answers) {
        this.declarations = declarations;
        this.declarants = declarants;
        this.config = config;
        this.answers = answers;
    }

    /** Where the code of a product with a GTIN leads: the path of a GS1 Digital Link, 01 being the GTIN. */
    @GET
    @Path("01/{gtin}")
    @PermitAll
    @APIResponseSchema(DeclaredProducts.class)
    public Response getProduct(@PathParam("gtin") String gtin) {
        var number = Gtin.normal(gtin).orElseThrow(() -> unknown(gtin));
        return answers.of(products(declarations.naming(number), number));
    }

    /** Where the code of a product without one leads. */
    @GET
    @Path("{declaration}/{position}")
    @PermitAll
    @APIResponseSchema(DeclaredProducts.class)
    public Response getDeclaredProduct(
            @PathParam("declaration") UUID declaration, @PathParam("position") int position) {
        var found = declared(declaration, position);
        return answers.of(
                new DeclaredProducts(List.of(product(found, found.products().get(position)))));
    }

    @GET
    @Path("{declaration}/{position}/qr")
    @PermitAll
    @Produces({PNG, SVG})
    public Response getProductCode(
            @PathParam("declaration") UUID declaration, @PathParam("position") int position, @Context Request request) {
        var found = declared(declaration, position);
        var code = QrCode.of(address(found, position));
        var form = ListResponses.form(request, PICTURES);
        return answers.of(
                form.getSubtype().equals("png") ? code.png() : code.svg().getBytes(StandardCharsets.UTF_8), form);
    }

    private PublicDeclaration declared(UUID declaration, int position) {
        return declarations
                .byId(declaration)
                .filter(found -> position >= 0 && position < found.products().size())
                .orElseThrow(() -> unknown(declaration + "/" + position));
    }

    private static Problem unknown(String product) {
        return new Problem(
                ProblemTypes.NOT_FOUND, Text.of("没有公开的声明涉及产品 %s", "no public declaration names product %s", product));
    }

    private String address(PublicDeclaration declaration, int position) {
        var gtin = declaration.products().get(position).gtin();
        var stem = declaration.qrStem();
        return gtin == null
                ? config.stem() + "/" + declaration.id() + "/" + position
                : (stem == null ? config.stem() : stem) + "/01/" + "0".repeat(14 - gtin.length()) + gtin;
    }

    private DeclaredProducts products(List<PublicDeclaration> declared, String gtin) {
        return new DeclaredProducts(declared.stream()
                .flatMap(declaration -> declaration.products().stream()
                        .filter(offered -> gtin.equals(offered.gtin()))
                        .map(offered -> product(declaration, offered)))
                .toList());
    }

    private DeclaredProduct product(PublicDeclaration declaration, PublicDeclaration.Offered offered) {
        return new DeclaredProduct(
                offered.name(),
                offered.model(),
                offered.gtin(),
                declaration.uscc(),
                declarants.names(List.of(declaration.uscc())).get(declaration.uscc()),
                declaration.id(),
                declaration.number(),
                declaration.title(),
                declaration.declaredAt());
    }

    /** Every public declaration of a product; of several sellers perhaps, and of none perhaps. */
    @Schema(name = "DeclaredProducts")
    record DeclaredProducts(@Schema(required = true) List<DeclaredProduct> items) {}

    /** A product with what is declared of it. */
    @Schema(name = "DeclaredProductView")
    record DeclaredProduct(
            @Schema(required = true) String name,

            @Nullable String model,
            @Nullable String gtin,

            @Schema(required = true, examples = "91371199MA3RH00187")
            String uscc,

            @Nullable String enterpriseName,

            @Schema(required = true) UUID declarationId,

            @Schema(required = true, examples = "Q/RZSL 001-2024")
            String number,

            @Schema(required = true, examples = "冷冻烤鳗") String title,

            @Schema(required = true) Instant declaredAt) {}
}
