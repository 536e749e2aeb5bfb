package cn.quality.indicator.sdmx;

/** A format of messages, by its media type. */
enum Format {
    GENERIC_ML(Syntax.XML, "application/vnd.sdmx.genericdata+xml", "2.1"),
    SPECIFIC_ML(Syntax.XML, "application/vnd.sdmx.structurespecificdata+xml", "2.1"),
    DATA_JSON_1(Syntax.JSON, "application/vnd.sdmx.data+json", "1.0.0"),
    DATA_JSON_2(Syntax.JSON, "application/vnd.sdmx.data+json", "2.0.0"),
    DATA_JSON_2_1(Syntax.JSON, "application/vnd.sdmx.data+json", "2.1.0"),
    DATA_CSV_1(Syntax.CSV, "application/vnd.sdmx.data+csv", "1.0.0"),
    DATA_CSV_2(Syntax.CSV, "application/vnd.sdmx.data+csv", "2.0.0"),
    DATA_CSV_2_1(Syntax.CSV, "application/vnd.sdmx.data+csv", "2.1.0"),
    STRUCTURE_ML(Syntax.XML, "application/vnd.sdmx.structure+xml", "2.1"),
    STRUCTURE_JSON_1(Syntax.JSON, "application/vnd.sdmx.structure+json", "1.0.0"),
    STRUCTURE_JSON_2(Syntax.JSON, "application/vnd.sdmx.structure+json", "2.0.0");

    /** What a message is written in; an error is written in the same. */
    enum Syntax {
        XML("application/xml"),
        JSON("application/json"),
        CSV("text/csv");

        private final String mediaType;

        Syntax(String mediaType) {
            this.mediaType = mediaType;
        }

        String mediaType() {
            return mediaType;
        }
    }

    private final Syntax syntax;
    private final String type;
    private final String version;

    Format(Syntax syntax, String type, String version) {
        this.syntax = syntax;
        this.type = type;
        this.version = version;
    }

    Syntax syntax() {
        return syntax;
    }

    String type() {
        return type;
    }

    String version() {
        return version;
    }

    String mediaType() {
        return type + ";version=" + version;
    }

    /** Whether a version as a client writes it is this one; 2.1 is 2.1.0. */
    boolean hasVersion(String written) {
        return padded(written).equals(padded(version));
    }

    /** Since SDMX 3.1 a missing number is written as one. */
    boolean writesNaN() {
        return this == DATA_JSON_2_1 || this == DATA_CSV_2_1;
    }

    private static String padded(String version) {
        return version.chars().filter(c -> c == '.').count() == 1 ? version + ".0" : version;
    }
}
