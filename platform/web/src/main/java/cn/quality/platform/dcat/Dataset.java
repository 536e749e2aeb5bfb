package cn.quality.platform.dcat;

import cn.quality.platform.problem.Text;
import java.util.List;
import java.util.Optional;

/**
 * A dataset that everybody may read.
 *
 * @param id last part of its address
 * @param rights what must be shown with it; empty when nothing must
 */
public record Dataset(
        String id,
        Text title,
        Text description,
        List<String> keywords,
        Optional<Text> rights,
        List<Distribution> distributions) {

    /**
     * A form in which it can be had.
     *
     * @param address relative to the gateway
     * @param file whether the address is that of one file, and not of an interface
     * @param conformsTo the specification of its format; empty where the media type says it
     */
    public record Distribution(Text title, String address, boolean file, String mediaType, String conformsTo) {}
}
