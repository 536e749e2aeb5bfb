package cn.quality.local.bench;

import cn.quality.local.seeding.Enterprises;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Files of subjects a client would send, about the enterprises of {@link CreditData}. Of ten names, six are written as the
 * register has them, two in another spelling, one has a wrong character, and one nobody bears.
 */
@Command(name = "screening-files", mixinStandardHelpOptions = true)
public final class ScreeningFiles implements Callable<Integer> {

    private static final String WRONG = "鑫";

    /** What a file is about. */
    enum Kind {
        CODES,
        NAMES,
        TYPOS
    }

    @Option(names = "--kind", required = true, description = "CODES, NAMES (the mix) or TYPOS (wrong characters alone)")
    private Kind kind = Kind.CODES;

    @Option(names = "--rows", required = true)
    private int rows;

    @Option(names = "--scale", required = true, description = "enterprises there are")
    private int scale;

    @Option(names = "--file", required = true, description = "to write: CSV")
    private Path file = Path.of("");

    private ScreeningFiles() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ScreeningFiles()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            out.write(kind == Kind.CODES ? "ref,uscc\n" : "ref,name\n");
            for (int row = 0; row < rows; row++) {
                // A stride without a common factor goes through the register in no order of its own.
                var enterprise = Enterprises.at((row * 7_919L + 13) % scale);
                var told =
                        switch (kind) {
                            case CODES -> enterprise.uscc();
                            case NAMES -> asWritten(enterprise.name(), row);
                            case TYPOS -> withTypo(enterprise.name(), row);
                        };
                out.write(row + "," + told + "\n");
            }
        }
        return 0;
    }

    private static String asWritten(String name, int row) {
        return switch (row % 10) {
            case 6 -> spelledOtherwise(name);
            case 7 -> name.replaceFirst("^(..)", "（$1）");
            case 8 -> withTypo(name, row);
            case 9 -> "某某" + Integer.toString(row, 36) + "贸易商社有限公司";
            default -> name;
        };
    }

    private static String spelledOtherwise(String name) {
        return name.contains("有限责任公司") ? name.replace("有限责任公司", "有限公司") : name.replace("有限公司", "有限责任公司");
    }

    /** In the brand, which stands behind 示例, or in the line of business. */
    private static String withTypo(String name, int row) {
        int at = name.indexOf("示例") + 2 + row % 4;
        return name.substring(0, at) + WRONG + name.substring(at + 1);
    }
}
