package cn.quality.credit.archive;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A record with all that corrected it.
 *
 * @param id of the first record; events about the chain carry it
 * @param records in order; only the last can be standing
 */
@Schema(description = "记录及其更正链 (a record and its corrections)")
public record RecordChain(UUID id, RecordView.State state, List<RecordView> records) {}
