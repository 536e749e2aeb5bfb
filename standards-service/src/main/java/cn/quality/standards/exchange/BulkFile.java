package cn.quality.standards.exchange;

import cn.quality.platform.tabular.CsvTable;
import cn.quality.platform.tabular.ListResponses;
import cn.quality.standards.file.StoredFiles;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The whole catalogue as a file of a day.
 *
 * @param day whose legal states it tells
 */
record BulkFile(LocalDate day, Form form, StoredFiles.Stored content, Instant madeAt) {

    /** The columns and the fields are those of an import. */
    enum Form {
        CSV(CsvTable.MEDIA_TYPE, "csv"),
        NDJSON(ListResponses.NDJSON, "ndjson");

        private final String mediaType;
        private final String ending;

        Form(String mediaType, String ending) {
            this.mediaType = mediaType;
            this.ending = ending;
        }

        String mediaType() {
            return mediaType;
        }

        String ending() {
            return ending;
        }
    }

    String name() {
        return "standards-" + day + "." + form.ending();
    }
}
