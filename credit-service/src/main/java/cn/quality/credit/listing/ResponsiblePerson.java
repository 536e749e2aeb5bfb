package cn.quality.credit.listing;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom a serious entry of a legal person names (山东省社会信用条例 art. 31). Departments see it; the public never does. */
@Embeddable
@Schema(description = "责任人，不对外公开 (person responsible; not public)")
record ResponsiblePerson(
        @NotBlank @Size(max = 50) @Schema(examples = "示例某") String name,

        @NotNull @Enumerated(EnumType.STRING) Role role) {

    /** What the person is to the enterprise. */
    @Schema(name = "ResponsibleRole")
    enum Role {
        LEGAL_REPRESENTATIVE,
        PRINCIPAL,
        ACTUAL_CONTROLLER
    }
}
