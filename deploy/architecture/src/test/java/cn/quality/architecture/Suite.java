package cn.quality.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static java.util.Objects.requireNonNull;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
            "platform/bundle",
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
            "platform/tests",
            "deploy/infra-tests",
            "deploy/local",
            "deploy/e2e",
            "deploy/architecture");

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

    private final Map<String, String> moduleByType = new HashMap<>();
    private final Map<String, List<JavaClass>> known = new HashMap<>();
    private final List<JavaClass> types;
    private final Map<String, JavaClasses> mainTypes = new HashMap<>();

    private Suite() {
        // One import of all, for ArchUnit links only what it reads together.
        var all = new ClassFileImporter()
                .importPaths(ORDER.stream()
                        .flatMap(module -> Stream.of(main(module), tests(module)))
                        .filter(Files::isDirectory)
                        .toList());
        types = List.copyOf(all);
        for (var module : ORDER) {
            mainTypes.put(module, all.that(resideIn(main(module))));
            all.that(resideIn(main(module)).or(resideIn(tests(module))))
                    .forEach(type -> moduleByType.put(type.getName(), module));
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
        return requireNonNull(mainTypes.get(module), module);
    }

    /** Of main code and tests. */
    List<JavaClass> types() {
        return types;
    }

    Optional<String> moduleOf(JavaClass type) {
        return Optional.ofNullable(moduleByType.get(type.getBaseComponentType().getName()));
    }

    /** Types a type knows, arrays as what they hold. */
    List<JavaClass> known(JavaClass type) {
        return known.computeIfAbsent(
                type.getName(),
                name -> type.getDirectDependenciesFromSelf().stream()
                        .map(Dependency::getTargetClass)
                        .map(JavaClass::getBaseComponentType)
                        .distinct()
                        .toList());
    }

    private static Path main(String module) {
        return ROOT.resolve(module).resolve("target").resolve("classes");
    }

    private static Path tests(String module) {
        return ROOT.resolve(module).resolve("target").resolve("test-classes");
    }

    private static DescribedPredicate<JavaClass> resideIn(Path folder) {
        var uri = folder.toUri().toString();
        return describe(
                "reside in " + folder,
                type -> type.getSource()
                        .filter(source -> source.getUri().toString().startsWith(uri))
                        .isPresent());
    }
}
