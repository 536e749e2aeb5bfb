package cn.quality.credit.evidence;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import java.util.UUID;

/** Refusals about evidence. */
final class EvidenceProblems {

    static final ProblemType UNSUPPORTED_FILE =
            new ProblemType(415, "unsupported-file", new Text("不支持的文件类型", "Unsupported file"));
    static final ProblemType CONTENT_MISMATCH =
            new ProblemType(415, "content-mismatch", new Text("文件内容与其名称不符", "The content is not what the name says"));
    static final ProblemType IMAGE_TOO_LARGE =
            new ProblemType(413, "image-too-large", new Text("图片尺寸过大", "The picture is too large"));
    static final ProblemType EMPTY_FILE = new ProblemType(422, "empty-file", new Text("文件为空", "The file is empty"));
    static final ProblemType UNKNOWN_EVIDENCE =
            new ProblemType(422, "unknown-evidence", new Text("证据文件不存在", "Unknown evidence"));

    private EvidenceProblems() {}

    static Problem badName(int longest) {
        return new Problem(
                        ProblemTypes.INVALID_ARGUMENT,
                        new Text("须提供带扩展名的文件名", "The file needs a name with an extension"))
                .with("name", "file-name", Text.of("1–%d 个字符", "1 to %d characters", longest));
    }

    static Problem unsupported(String name) {
        return new Problem(
                UNSUPPORTED_FILE,
                Text.of(
                        "“%s”：仅接受 PDF、PNG、JPEG 文件（扩展名 pdf、png、jpg、jpeg）",
                        "'%s': only PDF, PNG and JPEG files are taken (extension pdf, png, jpg, jpeg)", name));
    }

    static Problem mismatch(FileName name, String said) {
        return new Problem(
                CONTENT_MISMATCH,
                Text.of("“%s”声明为 %s，内容却不是", "'%s' is said to be %s, but its content is not", name.value(), said));
    }

    static Problem broken(FileKind kind) {
        return new Problem(
                CONTENT_MISMATCH,
                Text.of(
                        "文件不完整或已损坏，无法作为 %s 读取",
                        "The file is cut or damaged and cannot be read as %s", kind.mediaType()));
    }

    static Problem tooLong(long limit) {
        return new Problem(
                ProblemTypes.PAYLOAD_TOO_LARGE,
                Text.of("证据文件不得超过 %d 字节", "An evidence file may have %d bytes at most", limit));
    }

    static Problem tooManyPixels(Picture picture, long limit) {
        return new Problem(
                IMAGE_TOO_LARGE,
                Text.of(
                        "图片为 %d × %d 像素，不得超过 %d 像素",
                        "The picture has %d × %d pixels; %d are allowed", picture.width(), picture.height(), limit));
    }

    static Problem empty() {
        return new Problem(EMPTY_FILE, new Text("文件没有内容", "There is nothing in the file"));
    }

    static Problem notFound(UUID id) {
        return new Problem(ProblemTypes.NOT_FOUND, Text.of("没有编号为 %s 的证据文件", "There is no evidence %s", id));
    }

    static Problem unknown(UUID id) {
        return new Problem(
                UNKNOWN_EVIDENCE,
                Text.of(
                        "没有编号为 %s 的证据文件，或该文件由他人上传",
                        "There is no evidence %s, or somebody else brought it; upload the file first", id));
    }
}
