package cn.quality.credit.listing;

import static cn.quality.platform.tabular.CsvTable.column;

import cn.quality.platform.tabular.CsvTable;
import java.util.List;

/** The published lists as a table. */
final class ListingFile {

    static final CsvTable<PublicListing> TABLE = new CsvTable<>(List.of(
            column("id", PublicListing::id),
            column("uscc", PublicListing::uscc),
            column("enterpriseName", PublicListing::enterpriseName),
            column("kind", PublicListing::kind),
            column("field", PublicListing::field),
            column("ground", PublicListing::ground),
            column("legalBasis", PublicListing::legalBasis),
            column("region", PublicListing::region),
            column("authority", PublicListing::authority),
            column("documentNumber", PublicListing::documentNumber),
            column("decidedOn", PublicListing::decidedOn),
            column("measures", PublicListing::measures),
            column("removal", PublicListing::removal),
            column("remedies", PublicListing::remedies),
            column("announcement", PublicListing::announcement),
            column(
                    "batch",
                    entry -> entry.batch() == null
                            ? null
                            : entry.batch().year() + "-" + entry.batch().number()),
            column("publishedAt", PublicListing::publishedAt),
            column("validUntil", PublicListing::validUntil),
            column("statement", PublicListing::statement),
            column("statedAt", PublicListing::statedAt),
            column("fictional", PublicListing::fictional),
            column("creditChinaUntil", PublicListing::creditChinaUntil),
            column("basis", PublicListing::basis),
            column("removalProcedure", PublicListing::removalProcedure)));

    private ListingFile() {}
}
