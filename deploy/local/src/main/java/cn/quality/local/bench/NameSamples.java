package cn.quality.local.bench;

import cn.quality.local.seeding.Enterprise;
import cn.quality.local.seeding.Enterprises;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Names to measure the matcher by: those of the whole sample, each written wrong in one way, with the code that should be
 * found as its {@code ref}; and names of nobody. They follow from a seed.
 */
@Command(name = "name-samples", mixinStandardHelpOptions = true)
public final class NameSamples implements Callable<Integer> {

    private static final String BRAND = "示例";
    private static final int STRANGERS = 500;

    /** The common characters of GB 2312 (its level 1, rows 16 to 55) but numbers. */
    private static final String COMMON = IntStream.rangeClosed(16, 55)
            .boxed()
            .flatMap(row -> IntStream.rangeClosed(1, 94)
                    .mapToObj(cell -> new byte[] {(byte) (0xA0 + row), (byte) (0xA0 + cell)}))
            .map(bytes -> new String(bytes, Charset.forName("GB2312")))
            .filter(text -> Character.isIdeographic(text.codePointAt(0)) && !"一二三四五六七八九十百千零".contains(text))
            .collect(Collectors.joining());

    /** What is wrong with the names. */
    enum Kind {
        /** One character of the brand is another. */
        WRONG,
        /** Two neighbours in the brand are swapped. */
        SWAPPED,
        /** The city, the province, or both stand in front in another way. */
        REGION,
        /** Nobody is called so: brands of two common characters. */
        STRANGERS,
        /** Nobody is called so, but the brands are made of the characters the sample's brands are made of. */
        NEIGHBOURS
    }

    @Option(names = "--kind", required = true, description = "${COMPLETION-CANDIDATES}")
    private Kind kind = Kind.WRONG;

    @Option(names = "--scale", required = true, description = "enterprises there are")
    private int scale;

    @Option(names = "--file", required = true, description = "to write: a subject as JSON a line")
    private Path file = Path.of("");

    private final Random random = new Random(20_261_128);
    private final ObjectMapper json = new ObjectMapper();

    private NameSamples() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new NameSamples()).execute(arguments));
    }

    private record Sample(String ref, String name) {}

    @Override
    public Integer call() throws IOException {
        var samples =
                switch (kind) {
                    case WRONG, SWAPPED, REGION ->
                        LongStream.range(0, scale).mapToObj(Enterprises::at).flatMap(this::written);
                    case STRANGERS, NEIGHBOURS -> strangers();
                };
        try (var out = Files.newBufferedWriter(file)) {
            for (var sample : (Iterable<Sample>) samples::iterator) {
                out.write(json.writeValueAsString(Map.of("ref", sample.ref(), "name", sample.name())) + "\n");
            }
        }
        return 0;
    }

    private Stream<Sample> written(Enterprise enterprise) {
        var name = enterprise.name();
        int brand = name.indexOf(BRAND) + BRAND.length();
        var texts =
                switch (kind) {
                    case WRONG -> {
                        int at = brand + random.nextInt(2);
                        yield Stream.of(name.substring(0, at) + character(COMMON) + name.substring(at + 1));
                    }
                    case SWAPPED ->
                        Stream.of(name.substring(0, brand)
                                + name.charAt(brand + 1)
                                + name.charAt(brand)
                                + name.substring(brand + 2));
                    default -> {
                        var withCity = "日照市" + (name.startsWith("日照") ? name.substring(2) : name);
                        yield Stream.of("山东省" + name, withCity, "山东省" + withCity);
                    }
                };
        return texts.map(text -> new Sample(enterprise.uscc(), text));
    }

    /** The names of the sample with other brands. */
    private Stream<Sample> strangers() {
        var registered = LongStream.range(0, scale)
                .mapToObj(Enterprises::at)
                .map(Enterprise::name)
                .collect(Collectors.toSet());
        var brands = registered.stream()
                .map(name -> name.substring(name.indexOf(BRAND) + 2, name.indexOf(BRAND) + 4))
                .sorted()
                .toList();
        var first =
                brands.stream().map(brand -> brand.substring(0, 1)).distinct().collect(Collectors.joining());
        var second = brands.stream().map(brand -> brand.substring(1)).distinct().collect(Collectors.joining());
        boolean near = kind == Kind.NEIGHBOURS;
        return Stream.generate(() -> Enterprises.at(random.nextInt(scale)).name())
                .map(name -> {
                    int brand = name.indexOf(BRAND) + BRAND.length();
                    return name.substring(0, brand)
                            + character(near ? first : COMMON)
                            + character(near ? second : COMMON)
                            + name.substring(brand + 2);
                })
                .filter(name -> !registered.contains(name))
                .distinct()
                .limit(STRANGERS)
                .map(name -> new Sample("-", name));
    }

    private char character(String pool) {
        return pool.charAt(random.nextInt(pool.length()));
    }
}
