package cn.quality.standards.number;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An international or foreign body whose numbers are read.
 *
 * @param separator what it writes before the year
 */
record StandardsBody(String code, Level level, char separator, Serial serial) {

    /** How the serial begins; but for {@code DIGITS}, letters may lead and need not. */
    enum Serial {
        DIGITS(""),
        LETTER(""),
        LETTER_BLANK(" "),
        LETTER_DOT(".");

        private final String joint;

        Serial(String joint) {
            this.joint = joint;
        }

        /** Between the letters and the digits. */
        String joint() {
            return joint;
        }
    }

    private static final Map<String, StandardsBody> BODIES = Table.read(
            "bodies.tsv",
            cells -> new StandardsBody(
                    cells[0],
                    Level.valueOf(cells[1]),
                    cells[2].charAt(0),
                    Serial.valueOf(cells[3].toUpperCase(Locale.ROOT).replace('-', '_'))));

    static Optional<StandardsBody> of(String code) {
        return Optional.ofNullable(BODIES.get(code));
    }

    static Map<String, StandardsBody> all() {
        return BODIES;
    }
}
