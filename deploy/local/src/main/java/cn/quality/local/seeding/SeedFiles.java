package cn.quality.local.seeding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the seed files; every element is a request body. */
final class SeedFiles {

    /**
     * An element and where it stands.
     *
     * @param place for example {@code credit/regions.json element 3}
     */
    record Element(String place, JsonNode body) {}

    private final Path folder;
    private final ObjectMapper json;

    SeedFiles(Path folder, ObjectMapper json) {
        this.folder = folder;
        this.json = json;
    }

    /** The elements of a JSON array. */
    List<Element> array(String file) {
        JsonNode array = parsed(file, text(file));
        if (!array.isArray()) {
            throw new SeedException(folder.resolve(file) + " is no JSON array");
        }
        var elements = new ArrayList<Element>();
        for (var body : array) {
            elements.add(new Element("%s element %d".formatted(file, elements.size() + 1), body));
        }
        return elements;
    }

    /** The lines of an NDJSON file. */
    List<Element> lines(String file) {
        var elements = new ArrayList<Element>();
        for (var line : text(file).lines().toList()) {
            var place = "%s line %d".formatted(file, elements.size() + 1);
            elements.add(new Element(place, parsed(place, line)));
        }
        return elements;
    }

    /** The plans with their texts, which stand in files of their own so that they stay readable. */
    List<Element> plans() {
        var plans = array("indicators/plans.json");
        for (var plan : plans) {
            var id = plan.body().path("id").asText();
            ((ObjectNode) plan.body()).put("text", text("indicators/plan-" + id + ".txt"));
        }
        return plans;
    }

    private JsonNode parsed(String place, String text) {
        try {
            return json.readTree(text);
        } catch (IOException e) {
            throw new SeedException("%s in %s is no JSON: %s".formatted(place, folder, e.getMessage()), e);
        }
    }

    private String text(String file) {
        var path = folder.resolve(file);
        try {
            return Files.readString(path);
        } catch (NoSuchFileException e) {
            throw new SeedException(
                    "%s is missing. Name the folder of the seed files: --seeds FOLDER".formatted(path), e);
        } catch (IOException e) {
            throw new SeedException("%s cannot be read: %s".formatted(path, e.getMessage()), e);
        }
    }
}
