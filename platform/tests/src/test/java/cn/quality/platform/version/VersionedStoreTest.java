package cn.quality.platform.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.platform.paging.PageRequest;
import cn.quality.testing.PlatformTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PlatformTest
class VersionedStoreTest {

    record Book(String text, BigDecimal price, List<String> authors) {}

    @Inject
    VersionedStore.Factory factory;

    private VersionedStore books;
    private final String shelf = UUID.randomUUID().toString();

    @BeforeEach
    void open() {
        books = factory.in(new VersionTable("book", "shelf", "title"));
    }

    @Test
    void otherContentIsAVersionAndTheSameIsNone() {
        var changes = new ArrayList<Change<Book>>();

        assertThat(store("a", book("one"), changes::add).version()).isEqualTo(1);
        assertThat(store("a", book("two"), changes::add).version()).isEqualTo(2);
        assertThat(store("a", book("two"), changes::add).version()).isEqualTo(2);
        assertThat(store("a", book("one"), changes::add).version()).isEqualTo(3);

        assertThat(changes)
                .containsExactly(
                        new Change<>(1, Optional.empty(), book("one")),
                        new Change<>(2, Optional.of(book("one")), book("two")),
                        new Change<>(3, Optional.of(book("two")), book("one")));
        assertThat(versions("a")).containsExactly(3L, 2L, 1L);
    }

    @Test
    void theNewestVersionsAreAnswered() {
        store("b", book("old"), change -> {});
        store("b", book("new"), change -> {});
        store("a", book("other"), change -> {});

        assertThat(books.newest(shelf, "b", Book.class).map(Versioned::item)).contains(book("new"));
        assertThat(books.newest(shelf, "c", Book.class)).isEmpty();
        assertThat(books.newestOfEach(shelf, Book.class).stream().map(Versioned::item))
                .containsExactly(book("other"), book("new"));
        assertThat(books.newestOfEach("another shelf", Book.class)).isEmpty();
    }

    @Test
    void aVersionThatWasRolledBackIsForgotten() {
        store("a", book("one"), change -> {});
        assertThat(newestOfEach()).containsExactly(book("one"));

        QuarkusTransaction.begin();
        books.store(shelf, "a", book("never"), change -> {});
        assertThat(newestOfEach()).containsExactly(book("never"));
        QuarkusTransaction.rollback();
        assertThat(newestOfEach()).containsExactly(book("one"));

        assertThat(store("a", book("two"), change -> {}).version()).isEqualTo(2);
        assertThat(newestOfEach()).containsExactly(book("two"));
    }

    @Test
    void whatAnotherProcessStoredIsAnswered() {
        store("a", book("one"), change -> {});
        assertThat(newestOfEach()).containsExactly(book("one"));

        var elsewhere = factory.in(new VersionTable("book", "shelf", "title"));
        QuarkusTransaction.requiringNew().run(() -> {
            elsewhere.store(shelf, "a", book("two"), change -> {});
            elsewhere.store(shelf, "b", book("other"), change -> {});
        });

        assertThat(newestOfEach()).containsExactly(book("two"), book("other"));
    }

    private List<Book> newestOfEach() {
        return books.newestOfEach(shelf, Book.class).stream()
                .map(Versioned::item)
                .toList();
    }

    @Test
    void aRefusedChangeLeavesNothing() {
        store("a", book("one"), change -> {});

        assertThatThrownBy(() -> store("a", book("two"), change -> {
                    throw new IllegalStateException("refused");
                }))
                .hasMessageContaining("refused");
        assertThat(versions("a")).containsExactly(1L);
    }

    @Test
    void storedAtOnceTheyComeOneAfterTheOther() throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = IntStream.range(0, 10)
                    .mapToObj(i -> (Callable<Long>)
                            () -> store("a", book("text " + i), change -> {}).version())
                    .toList();
            for (var done : pool.invokeAll(writers)) {
                done.get();
            }
        }
        assertThat(versions("a"))
                .containsExactlyElementsOf(LongStream.range(0, 10)
                        .mapToObj(version -> 10 - version)
                        .toList());
    }

    private Versioned<Book> store(String title, Book book, Consumer<Change<Book>> onChange) {
        return QuarkusTransaction.requiringNew().call(() -> books.store(shelf, title, book, onChange));
    }

    private List<Long> versions(String title) {
        return books.versions(shelf, title, new PageRequest(null, 50)).items().stream()
                .map(Versioned::version)
                .toList();
    }

    private static Book book(String text) {
        return new Book(text, new BigDecimal("12.50"), List.of("示例作者"));
    }
}
