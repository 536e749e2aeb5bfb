package cn.quality.standards.number;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists of codes that lie beside the program; each file says where it is from. */
final class Table {

    private Table() {}

    /** Rows by their first column. */
    static <T> Map<String, T> read(String name, Function<String[], T> row) {
        try (InputStream file = Table.class.getResourceAsStream("/standard-numbers/" + name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .collect(Collectors.toUnmodifiableMap(cells -> cells[0], row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
