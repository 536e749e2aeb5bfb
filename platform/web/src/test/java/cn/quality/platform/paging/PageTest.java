package cn.quality.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 199, 200, 201, 401})
    void allRowsOfAListComeOnceInOrder(int rows) {
        var seen = new ArrayList<Long>();

        Page.<Long>forEachRow(page -> listOf(rows, page), seen::add);

        assertThat(seen).isEqualTo(LongStream.range(0, rows).boxed().toList());
    }

    private static Page<Long> listOf(int rows, PageRequest page) {
        long first = page.cursor().map(cursor -> cursor.number(0) + 1).orElse(0L);
        List<Long> fetched = LongStream.range(first, Math.min(rows, first + page.fetch()))
                .boxed()
                .toList();
        return Page.of(fetched, page, Cursor::of);
    }
}
