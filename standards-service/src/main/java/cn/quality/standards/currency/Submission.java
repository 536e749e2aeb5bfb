package cn.quality.standards.currency;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import cn.quality.platform.tabular.TableRows;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A list that has come in whole, counted and cut into chunks. Only then does the database see it, in one short transaction.
 *
 * @param chunks packed
 * @param skipped rows without a number
 * @param digest SHA-256 of the list as it came
 */
record Submission(List<byte[]> chunks, int numbers, long skipped, String digest) {

    /** Numbers of a chunk: enough to share statements and a commit, few enough to be done in a second. */
    static final int CHUNK = 1_000;

    static final ProblemType NO_NUMBERS = new ProblemType(422, "no-numbers", Text.of("没有标准编号", "No standard numbers"));
    static final ProblemType TOO_MANY_NUMBERS =
            new ProblemType(413, "too-many-numbers", Text.of("编号过多", "Too many numbers"));

    /**
     * Reads to the end.
     *
     * @param table absent for a text
     * @throws Problem 422 {@code no-numbers}, 413 {@code too-many-numbers}, or why the list cannot be read
     */
    static Submission read(InputStream body, Optional<TableRows.Format> table, int most, Rows rows) throws IOException {
        var digest = new DigestInputStream(body, sha256());
        var chunks = new ArrayList<byte[]>();
        var chunk = new ArrayList<ListedNumber>(CHUNK);
        var numbers = new int[] {0};
        Consumer<ListedNumber> receiver = listed -> {
            if (++numbers[0] > most) {
                throw new Problem(TOO_MANY_NUMBERS, Text.of("一次至多 %d 个编号", "a list may have %d numbers at most", most));
            }
            chunk.add(listed);
            if (chunk.size() == CHUNK) {
                chunks.add(rows.packed(chunk));
                chunk.clear();
            }
        };
        long skipped = table.isPresent()
                ? NumberList.ofTable(table.get(), digest, receiver)
                : NumberList.ofText(digest, receiver);
        if (numbers[0] == 0) {
            throw new Problem(NO_NUMBERS, Text.of("清单中没有标准编号", "there is no standard number in the list"));
        }
        if (!chunk.isEmpty()) {
            chunks.add(rows.packed(chunk));
        }
        digest.transferTo(OutputStream.nullOutputStream());
        return new Submission(
                chunks,
                numbers[0],
                skipped,
                HexFormat.of().formatHex(digest.getMessageDigest().digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
