package cn.quality.credit.listing;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.id.Ids;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Entries published together by one office, counted within a year (第N批), with one announcement. */
@Entity
class PublicationBatch {

    /** @param number counted from 1 within the year, the list and the office's region */
    @Schema(name = "PublicationBatch", description = "发布批次 (a batch of publications)")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record View(
            UUID id,
            ListKind kind,
            @Schema(examples = "371100") String region,
            @Schema(examples = "2026") int year,
            @Schema(examples = "3") int number,
            @Schema(examples = "2026年第3批示例黑榜公告") String announcement,
            Instant publishedAt) {}

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private ListKind kind;

    private String region;
    private int year;
    private int number;
    private String announcement;
    private Instant publishedAt;

    @SuppressWarnings("NullAway.Init")
    protected PublicationBatch() {}

    /** @param last number of the batch before in the same year; 0 when there is none */
    static PublicationBatch after(int last, ListKind kind, String region, String announcement, Instant now) {
        var batch = new PublicationBatch();
        batch.id = Ids.next();
        batch.kind = kind;
        batch.region = region;
        batch.year = LegalDates.on(now).getYear();
        batch.number = last + 1;
        batch.announcement = announcement;
        batch.publishedAt = now;
        return batch;
    }

    UUID id() {
        return id;
    }

    String announcement() {
        return announcement;
    }

    View view() {
        return new View(id, kind, region, year, number, announcement, publishedAt);
    }
}
