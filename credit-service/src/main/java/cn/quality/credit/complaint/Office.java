package cn.quality.credit.complaint;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The office that works on a complaint.
 *
 * @param region where it is competent: its officials' region covers this one
 */
@Embeddable
@Schema(description = "承办单位 (the office)")
record Office(
        @Column(name = "office") @Schema(examples = "东港区市场监督管理局")
        String name,

        @Column(name = "office_region") @Schema(examples = "371102")
        String region) {}
