package cn.quality.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Notes are the things of this API: {@code postNotes} makes one, {@code listNotes} lists them. */
class OperationTextsTest {

    private static final String TEXTS = """
            summary: {zh: 记笔记, en: make a note}
            description: {zh: 同一键只记一次。, en: Once per key.}
            """;

    private final Operation making = operation(null);
    private final Operation listing = operation("listNotes");
    private final OpenAPI api = OASFactory.createOpenAPI()
            .paths(OASFactory.createPaths()
                    .addPathItem(
                            "/api/notes/v1/notes",
                            OASFactory.createPathItem().POST(making).GET(listing)))
            .components(OASFactory.createComponents().addSchema("Note", OASFactory.createSchema()));

    private static Operation operation(@Nullable String id) {
        return OASFactory.createOperation()
                .operationId(id)
                .addTag("notes")
                .addParameter(OASFactory.createParameter().name("pen").in(Parameter.In.QUERY))
                .requestBody(OASFactory.createRequestBody().content(json()))
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse(
                                "200",
                                OASFactory.createAPIResponse().description("OK").content(json())));
    }

    private static Content json() {
        return OASFactory.createContent()
                .addMediaType(
                        "application/json",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("Note")));
    }

    /** @param entry of the operation that makes a note */
    private void describe(String entry) {
        filter("operations:\n  postNotes:\n" + entry.indent(4));
    }

    private void filter(String file) {
        new OperationTexts(tag -> tag.equals("notes") ? List.of(file) : List.of()).filterOpenAPI(api);
    }

    private void isRefused(String entry, String... flaws) {
        assertThatThrownBy(() -> describe(entry))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(flaws);
    }

    @Test
    void bothLanguagesAreJoined() {
        describe(TEXTS + """
                parameters:
                  pen: {zh: 笔, en: the pen, example: blue}
                responses:
                  409: closed
                  422:
                    no-ink: {zh: 没有墨水, en: no ink}
                    no-paper:
                    and: {zh: 其他理由, en: other reasons}
                """);
        assertThat(making.getSummary()).isEqualTo("记笔记 (make a note)");
        assertThat(making.getDescription()).isEqualTo("同一键只记一次。(Once per key.)");
        var pen = making.getParameters().getFirst();
        assertThat(pen.getDescription()).isEqualTo("笔 (the pen)");
        assertThat(pen.getExample()).isEqualTo("blue");
        var responses = making.getResponses();
        assertThat(responses.getAPIResponse("409").getDescription()).isEqualTo("closed");
        assertThat(responses.getAPIResponse("422").getDescription())
                .isEqualTo("no-ink: 没有墨水 (no ink)；no-paper；其他理由 (other reasons)");
        assertThat(listing.getSummary()).isNull();
    }

    /** It would come out as the text of its name. */
    @Test
    void anAliasIsRefused() {
        isRefused(TEXTS + """
                responses:
                  200: &note {zh: 笔记, en: the note}
                  201: *note
                """, "alias *note");
    }

    /** Where English can be told from Chinese without them. */
    @Test
    void aFileCanDoWithoutBrackets() {
        filter("brackets: false\noperations:\n  postNotes:\n" + TEXTS.indent(4).replace("make a note", "Make a note"));
        assertThat(making.getSummary()).isEqualTo("记笔记 Make a note");
        filter("brackets: false\noperations:\n  postNotes:\n" + TEXTS.indent(4));
        assertThat(making.getSummary()).isEqualTo("记笔记 (make a note)");
        assertThat(making.getDescription()).isEqualTo("同一键只记一次。Once per key.");
    }

    @Test
    void theStatusOfASuccessIsTheOneDescribed() {
        describe(TEXTS + """
                responses:
                  201:
                    zh: 笔记
                    en: the note
                    headers: {ETag: , Pages: {zh: 页数, en: pages, type: integer}}
                    examples: {short: {text: 短}}
                """);
        var responses = making.getResponses();
        assertThat(responses.getAPIResponses()).containsOnlyKeys("201");
        var made = responses.getAPIResponse("201");
        assertThat(made.getDescription()).isEqualTo("笔记 (the note)");
        assertThat(made.getHeaders()).containsOnlyKeys("ETag", "Pages");
        assertThat(made.getHeaders()).hasEntrySatisfying("Pages", pages -> {
            assertThat(pages.getDescription()).isEqualTo("页数 (pages)");
            assertThat(pages.getSchema().getType()).containsExactly(Schema.SchemaType.INTEGER);
        });
        var type = made.getContent().getMediaType("application/json");
        assertThat(type.getSchema().getRef()).endsWith("Note");
        assertThat(type.getExamples())
                .hasEntrySatisfying(
                        "short", example -> assertThat(example.getValue()).isEqualTo(Map.of("text", "短")));
    }

    @Test
    void aSuccessThatIsNotDescribedStaysAsItIs() {
        describe(TEXTS);
        assertThat(making.getResponses().getAPIResponse("200").getDescription()).isEqualTo("OK");
    }

    @Test
    void nothingComesWithNoContent() {
        describe(TEXTS + "responses:\n  204: {zh: 已删除, en: gone}\n");
        assertThat(making.getResponses().getAPIResponses()).containsOnlyKeys("204");
        assertThat(making.getResponses().getAPIResponse("204").getContent()).isNull();
    }

    @Test
    void contentOfSeveralTypesIsGivenByType() {
        describe(TEXTS + """
                body:
                  content: {application/pdf: binary}
                responses:
                  200:
                    zh: 一页
                    en: a page
                    content:
                      application/json: {schema: {page-of: Note}}
                      text/csv: {schema: string, example: 'text'}
                """);
        var pdf = making.getRequestBody().getContent().getMediaType("application/pdf");
        assertThat(pdf.getSchema().getFormat()).isEqualTo("binary");
        var content = making.getResponses().getAPIResponse("200").getContent();
        var page = content.getMediaType("application/json").getSchema().getProperties();
        assertThat(page).containsOnlyKeys("items", "next");
        assertThat(page)
                .hasEntrySatisfying(
                        "items", items -> assertThat(items.getItems().getRef()).endsWith("Note"));
        assertThat(content.getMediaType("text/csv").getExample()).isEqualTo("text");
    }

    @Test
    void whatOperationsShareIsSaidOnce() {
        filter("""
                like:
                  change:
                    responses:
                      200: {schema: Note}
                      403: {zh: 不是本人的, en: somebody else's}
                      409: {zh: 已关闭, en: closed}
                operations:
                  postNotes:
                    like: change
                    summary: {zh: 记笔记, en: make a note}
                    description: {zh: 记。, en: Makes one.}
                    responses:
                      200: {zh: 笔记, en: the note}
                      409: {zh: 已满, en: full}
                """);
        var responses = making.getResponses();
        assertThat(responses.getAPIResponse("200").getDescription()).isEqualTo("笔记 (the note)");
        assertThat(responses.getAPIResponse("403").getDescription()).isEqualTo("不是本人的 (somebody else's)");
        assertThat(responses.getAPIResponse("409").getDescription()).isEqualTo("已满 (full)");
    }

    static Stream<@Nullable Schema> unknownSchemas() {
        return Stream.of(null, OASFactory.createSchema());
    }

    @ParameterizedTest
    @MethodSource("unknownSchemas")
    void aSharedSchemaIsForWhatTheResourceDoesNotTell(@Nullable Schema scanned) {
        making.getResponses()
                .getAPIResponse("200")
                .getContent()
                .getMediaType("application/json")
                .setSchema(scanned);
        filter("like: {change: {responses: {200: {schema: Note}}}}\noperations:\n  postNotes:\n    like: change\n"
                + TEXTS.indent(4) + "    responses: {200: {zh: 笔记, en: the note}}\n");
        var content = making.getResponses().getAPIResponse("200").getContent();
        assertThat(content.getMediaType("application/json").getSchema().getRef())
                .endsWith("Note");
    }

    /** As the scanner does it with what follows from a role. */
    @Test
    void aResponseThatOperationsShareIsChangedForOneAlone() {
        var shared = OASFactory.createAPIResponse().description("Not Allowed").content(json());
        making.getResponses().addAPIResponse("403", shared);
        listing.getResponses().addAPIResponse("403", shared);
        describe(TEXTS + """
                responses:
                  403: {zh: 他人的笔记, en: not yours, examples: {short: {text: 短}}}
                """);
        assertThat(making.getResponses().getAPIResponse("403").getDescription()).isEqualTo("他人的笔记 (not yours)");
        var other = listing.getResponses().getAPIResponse("403");
        assertThat(other.getDescription()).isEqualTo("Not Allowed");
        assertThat(other.getContent().getMediaType("application/json").getExamples())
                .isNull();
    }

    @Test
    void anEntryWithoutOperationIsRefused() {
        assertThatThrownBy(() -> filter("operations:\n  postNote:\n" + TEXTS.indent(4)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("notes.yaml: no operation tagged notes has the id postNote");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            summary: {zh: 记笔记}              | postNotes summary has no en
            summary: {en: make a note}         | postNotes summary has no zh
            summary: {zh: 记笔记, en: ''}      | postNotes summary has no en
            summary: make a note               | postNotes summary has no zh
            summary: {zh: note, en: note}      | postNotes summary has no Chinese in zh: note
            summary: {zh: 笔记, en: 笔记 note} | postNotes summary has Chinese in en: 笔记 note
            """)
    void aMissingLanguageIsRefused(String summary, String flaw) {
        isRefused(summary + "\ndescription: {zh: 记。, en: Makes one.}\n", flaw);
    }

    @Test
    void everyFlawIsReportedAtOnce() {
        isRefused(
                """
                summary: {zh: 记笔记}
                parameters:
                  pencil: {zh: 铅笔, en: the pencil}
                responses:
                  200: {zh: 笔记, en: the note, schema: Nota}
                  422:
                    no-ink: {zh: 没有墨水}
                """,
                "postNotes summary has no en",
                "postNotes description has no zh",
                "postNotes pencil is no parameter of it",
                "postNotes 200 has the schema 'Nota', which no resource mentions",
                "postNotes 422 has no en");
    }

    @Test
    void aSchemaHasToBeInTheDocument() {
        isRefused(
                TEXTS + "responses: {200: {zh: 笔记, en: the note, content: {application/json: Nota}}}\n",
                "postNotes 200 has the schema 'Nota', which no resource mentions");
    }

    @Test
    void whatTheFormDoesNotKnowIsRefused() {
        isRefused(TEXTS + "sumary: {zh: 记笔记, en: make a note}\n", "postNotes has unknown parts [sumary]");
        isRefused(TEXTS + "like: change\n", "postNotes is like \"change\", which the file has not");
        isRefused(
                TEXTS + "parameters: {pen: {zh: 笔, en: the pen, exmaple: blue}}\n",
                "postNotes pen has an unknown part, exmaple");
    }

    @Test
    void idsWithoutANameOfTheirOwnTellMethodAndPath() {
        describe(TEXTS);
        assertThat(making.getOperationId()).isEqualTo("postNotes");
        assertThat(listing.getOperationId()).isEqualTo("listNotes");
    }
}
