package cn.quality.standards.currency;

import cn.quality.platform.clock.LegalDates;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Certificates of currency checks as PDF: what was found on which day, and how to verify that it was found here. */
@ApplicationScoped
class Certificates {

    private static final String STYLE = """
            @page { size: A4; margin: 18mm 16mm; @bottom-center { content: counter(page) " / " counter(pages);
              font-family: chinese, sans-serif; font-size: 9px } }
            body { font-family: sans-serif, chinese; font-size: 11px }
            h1 { font-size: 20px; text-align: center; font-weight: normal; margin: 0 }
            p.en { text-align: center; margin: 2px 0 14px; color: #555 }
            table { width: 100%; border-collapse: collapse; margin: 8px 0 }
            th, td { border: 0.5px solid #999; padding: 3px 5px; text-align: left; vertical-align: top; font-weight: normal;
              word-wrap: break-word }
            th { background: #eef2f6 }
            table.list { -fs-table-paginate: paginate }
            table.list tr { page-break-inside: avoid }
            .digest { font-size: 8.5px }
            .note { font-size: 9.5px; color: #333 }""";

    private final CurrencyConfig config;

    Certificates(CurrencyConfig config) {
        this.config = config;
        // It narrates its work on a console of its own.
        XRLog.setLoggingEnabled(false);
    }

    /**
     * Writes a certificate.
     *
     * @param results calls what it is given with each number, in the order of the list
     * @throws cn.quality.platform.problem.Problem 503 {@code font-missing}
     */
    byte[] write(CurrencyCheck check, Consumer<Consumer<CheckedNumber>> results) throws IOException {
        var font = ChineseFont.find(config.font());
        var listed = new ArrayList<CheckedNumber>();
        results.accept(row -> {
            if (listed.size() < config.listedInCertificate()) {
                listed.add(row);
            }
        });
        var pdf = new ByteArrayOutputStream();
        new PdfRendererBuilder()
                .useFont(font.toFile(), "chinese")
                .withHtmlContent(page(check, listed), null)
                .withProducer("quality")
                .toStream(pdf)
                .run();
        return pdf.toByteArray();
    }

    String page(CurrencyCheck check, List<CheckedNumber> listed) {
        var address = config.publicUrl() + "/api/standards/v1/currency-certificates/" + check.certificate();
        var finished = Objects.requireNonNull(check.finishedAt());
        return """
                <!DOCTYPE html><html lang="zh"><head><title>标准查新证明 %1$s</title><style>%2$s</style></head><body>
                <h1>标准查新证明</h1><p class="en">Certificate of currency of standards</p>
                <table>%3$s</table>
                <table><tr>%4$s</tr><tr>%5$s</tr></table>
                <table class="list"><thead><tr><th>行</th><th>清单中的编号</th><th>标准名称</th><th>状态</th><th>应改用</th><th>提示</th></tr></thead>
                <tbody>%6$s</tbody></table>
                %7$s
                <p class="note">本证明依据本平台标准目录所载信息，按查新日期的法律状态自动生成，仅证明目录在该日的记载，不代替标准文本与发布机构的公告。目录未收录不等于标准不存在。</p>
                <p class="note">验证：%8$s ，核对证明编号、查新日期、各状态数量与结果摘要。</p></body></html>""".formatted(
                check.certificate(),
                STYLE,
                facts(check, LegalDates.on(finished)),
                cells("th", Arrays.stream(Verdict.values()).map(Verdict::zh).toArray(String[]::new)),
                cells(
                        "td",
                        Arrays.stream(Verdict.values())
                                .map(verdict -> String.valueOf(check.counts().getOrDefault(verdict, 0)))
                                .toArray(String[]::new)),
                listed.stream().map(Certificates::row).collect(Collectors.joining()),
                rest(check, listed.size()),
                escaped(address));
    }

    private static String facts(CurrencyCheck check, LocalDate issued) {
        var facts = List.of(
                Map.entry("证明编号 Number", check.certificate()),
                Map.entry("查新日期 Day", check.day().toString()),
                Map.entry("出具日期 Issued", issued.toString()),
                Map.entry("编号数量 Numbers", String.valueOf(check.numbers())),
                Map.entry("清单摘要 SHA-256 of the list", check.requestDigest()),
                Map.entry("结果摘要 SHA-256 of the result", Objects.requireNonNull(check.resultDigest())));
        return IntStream.range(0, facts.size())
                .mapToObj(i -> "<tr><th>%s</th><td class=\"%s\">%s</td></tr>"
                        .formatted(
                                facts.get(i).getKey(),
                                i < 4 ? "" : "digest",
                                facts.get(i).getValue()))
                .collect(Collectors.joining());
    }

    private static String row(CheckedNumber row) {
        return "<tr>"
                + cells(
                        "td",
                        String.valueOf(row.row()),
                        row.written(),
                        row.title(),
                        row.verdict().zh(),
                        row.instead(),
                        row.remarks())
                + "</tr>";
    }

    private static String rest(CurrencyCheck check, int listed) {
        return check.numbers() <= listed
                ? ""
                : "<p class=\"note\">以上列出前 %d 个编号，全部 %d 个见结果文件，其 SHA-256 即上列结果摘要。</p>"
                        .formatted(listed, check.numbers());
    }

    private static String cells(String element, @Nullable String... texts) {
        return Arrays.stream(texts)
                .map(text -> "<%1$s>%2$s</%1$s>".formatted(element, text == null ? "" : escaped(text)))
                .collect(Collectors.joining());
    }

    /** What stands in a list is text, whatever it looks like; control characters are in no page. */
    private static String escaped(String text) {
        return text.replaceAll("\\p{Cntrl}", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
