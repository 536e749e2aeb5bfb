package cn.quality.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The modules of the suite, and the types of each, as they are compiled. */
final class Suite {

    /** From the bottom to the top: nothing knows what stands below it in this list. Tests may, of what tests share. */
    static final List<String> ORDER = List.of(
            "platform/problem",
            "platform/json",
            "platform/time",
            "platform/telemetry",
            "platform/persistence",
            "platform/identifiers",
            "platform/identity",
            "platform/web",
            "platform/events",
            "platform/audit",
            "indicator-service",
            "credit-service",
            "standards-service",
            "gateway",
            "deploy/embedded",
            "deploy/testing",
            "deploy/local",
            "deploy/e2e",
            "deploy/architecture");

    private static final Path ROOT = Path.of("..", "..");

    private final Map<String, String> moduleByType = new HashMap<>();
    private final List<JavaClass> types = new ArrayList<>();
    private final Map<String, JavaClasses> mainTypes = new HashMap<>();

    private Suite() {
        for (var module : ORDER) {
            var main = imported(module, "classes");
            mainTypes.put(module, main);
            Stream.of(main, imported(module, "test-classes"))
                    .flatMap(JavaClasses::stream)
                    .forEach(type -> {
                        moduleByType.put(type.getName(), module);
                        types.add(type);
                    });
        }
    }

    static Suite compiled() {
        return new Suite();
    }

    /** Folders with a pom and sources. */
    static List<String> modulesOnDisk() {
        try (var files = Files.find(ROOT, 3, (path, attributes) -> path.endsWith("pom.xml"))) {
            return files.map(Path::getParent)
                    .filter(folder -> Files.isDirectory(folder.resolve("src")))
                    .map(folder -> ROOT.relativize(folder).toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JavaClasses mainTypes(String module) {
        return mainTypes.getOrDefault(module, new ClassFileImporter().importPaths(List.of()));
    }

    /** Of main code and tests. */
    List<JavaClass> types() {
        return types;
    }

    Optional<String> moduleOf(JavaClass type) {
        return Optional.ofNullable(moduleByType.get(type.getBaseComponentType().getName()));
    }

    /** Types of the suite a type knows, arrays as what they hold. */
    static Stream<JavaClass> known(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .map(JavaClass::getBaseComponentType);
    }

    private static JavaClasses imported(String module, String folder) {
        return new ClassFileImporter()
                .importPaths(Stream.of(ROOT.resolve(module).resolve("target").resolve(folder))
                        .filter(Files::isDirectory)
                        .toList());
    }
}
