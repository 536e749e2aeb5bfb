package cn.quality.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;

/**
 * Gives every operation its words, so that they need not stand between the lines of its resource. They are in {@code
 * META-INF/openapi/<tag>.yaml} of the service, or of the library the resource comes from; {@link TextBundle} shows the form.
 * What the words are about — paths, parameters, types, roles — is still read off the resource.
 *
 * <p>Runs before {@link ApiDescription}, which adds what is the same everywhere. An entry that fits no operation or lacks a
 * language stops the build; an operation without an entry does not, so that one can try things out, but fails the test of
 * the API document.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 10)
public class OperationTexts implements OASFilter {

    private static final Pattern WORD = Pattern.compile("[/-]+(.)");

    private final Function<String, List<String>> files;

    public OperationTexts() {
        this(OperationTexts::onTheClassPath);
    }

    /** @param files the YAML of every file about a tag; more than one when libraries share the tag */
    OperationTexts(Function<String, List<String>> files) {
        this.files = files;
    }

    private static List<String> onTheClassPath(String tag) {
        var name = "META-INF/openapi/" + tag + ".yaml";
        try {
            var found = Collections.list(
                    Thread.currentThread().getContextClassLoader().getResources(name));
            return found.stream().distinct().map(OperationTexts::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(URL file) {
        try (var in = file.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var operations = byId(api);
        var flaws = new ArrayList<String>();
        var tags = new TreeSet<String>();
        operations.values().stream().flatMap(operation -> tags(operation)).forEach(tags::add);
        for (var tag : tags) {
            for (var file : files.apply(tag)) {
                try {
                    describe(tag, TextBundle.parse(file), operations, api, flaws);
                } catch (FaultyBundle flaw) {
                    flaws.add(tag + ".yaml: " + flaw.getMessage());
                }
            }
        }
        if (!flaws.isEmpty()) {
            throw new IllegalStateException("META-INF/openapi:\n" + String.join("\n", flaws));
        }
    }

    private static void describe(
            String tag, TextBundle bundle, Map<String, Operation> operations, OpenAPI api, List<String> flaws) {
        bundle.operations().forEach((id, texts) -> {
            var operation = Optional.ofNullable(operations.get(id))
                    .filter(found -> tags(found).anyMatch(tag::equals));
            if (operation.isEmpty()) {
                flaws.add("%s.yaml: no operation tagged %s has the id %s".formatted(tag, tag, id));
                return;
            }
            new OperationText(operation.get(), bundle.wording(), api)
                    .apply(texts)
                    .forEach(flaw -> flaws.add("%s.yaml: %s %s".formatted(tag, id, flaw)));
        });
    }

    private static Stream<String> tags(Operation operation) {
        return Stream.ofNullable(operation.getTags()).flatMap(List::stream);
    }

    private static Map<String, Operation> byId(OpenAPI api) {
        var operations = new TreeMap<String, Operation>();
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
                    if (operation.getOperationId() == null) {
                        operation.setOperationId(operationId(path, method));
                    }
                    operations.put(operation.getOperationId(), operation);
                }));
        return operations;
    }

    /** Named by what it does to what, so the name outlives any class: {@code postListingsByIdPublication}. */
    private static String operationId(String path, PathItem.HttpMethod method) {
        var words =
                path.replaceFirst("^/api/[^/]+/v[0-9]+", "").replace("{", "by-").replace("}", "");
        return method.name().toLowerCase(Locale.ROOT)
                + WORD.matcher(words).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
    }
}
