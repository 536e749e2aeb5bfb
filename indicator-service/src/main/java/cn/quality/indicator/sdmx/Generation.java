package cn.quality.indicator.sdmx;

import java.util.List;

/** The two generations of the protocol. */
enum Generation {
    /** SDMX 2.1, REST 1.5. */
    V1(
            List.of(Format.GENERIC_ML, Format.SPECIFIC_ML, Format.DATA_JSON_1, Format.DATA_CSV_1),
            List.of(Format.STRUCTURE_ML, Format.STRUCTURE_JSON_1)),
    /** SDMX 3, REST 2.2; SDMX-ML 2.1 as well, for clients that read nothing newer. */
    V2(
            List.of(
                    Format.DATA_JSON_2,
                    Format.DATA_CSV_2,
                    Format.SPECIFIC_ML,
                    Format.GENERIC_ML,
                    Format.DATA_JSON_2_1,
                    Format.DATA_CSV_2_1),
            List.of(Format.STRUCTURE_JSON_2, Format.STRUCTURE_ML));

    private final List<Format> data;
    private final List<Format> structures;

    Generation(List<Format> data, List<Format> structures) {
        this.data = data;
        this.structures = structures;
    }

    /** Formats of data; the first is for a client who accepts anything. */
    List<Format> data() {
        return data;
    }

    /** Formats of structures and of availability, likewise. */
    List<Format> structures() {
        return structures;
    }
}
