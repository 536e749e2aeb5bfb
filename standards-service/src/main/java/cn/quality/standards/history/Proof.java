package cn.quality.standards.history;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a digest proves, said with every digest: a hash impresses, and means less than it looks like. */
@Schema(name = "Proof", description = "摘要能证明什么、不能证明什么 (what the digests prove, and what not)")
record Proof(
        @Schema(required = true) String proves,

        @Schema(required = true) String doesNotProve,

        @Schema(required = true) String howToVerify) {

    static final Proof TEXT = new Proof(
            "持有某一版本的摘要，即可证明本平台今后出示的该版本内容与持有摘要时完全一致；每一版本记载前一版本的摘要，删改任何早先版本都会使其后的摘要不符。"
                    + " Whoever keeps a digest can prove that the version shown here later is to the letter what it was then; each version"
                    + " names the digest of the one before, so no earlier one can be changed or removed without the later ones telling.",
            "摘要不证明声明的内容真实、产品合格，也不证明平台在您取得摘要之前没有改动；记录时间是平台自己的时钟，不是第三方时间戳。取得摘要的人越多、越早，证明力越强，事件订阅者收到的每一事件都带有摘要。"
                    + " It proves neither that a declaration is true nor that a product is good, nor that nothing was changed before you had the"
                    + " digest; the time is this platform's own, no third party's. The more people have a digest, and the earlier, the more it"
                    + " proves: every event to subscribers carries it.",
            "下载某一版本的规范 JSON（RFC 8785），运行 sha256sum，结果应等于摘要。"
                    + " Download the canonical JSON (RFC 8785) of a version and run sha256sum; the result is the digest.");
}
