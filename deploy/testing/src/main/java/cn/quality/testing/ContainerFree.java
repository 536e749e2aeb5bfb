package cn.quality.testing;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * With {@code -Dtests=container-free}, leaves out every test of a running service. It asks for the annotation, directly or
 * through a stereotype, so no new test class can be forgotten. Tests that start a database or a broker without Quarkus carry
 * the tag {@code container}.
 */
public final class ContainerFree implements PostDiscoveryFilter {

    private static final boolean WANTED = "container-free".equals(System.getProperty("tests"));

    @Override
    public FilterResult apply(TestDescriptor test) {
        return FilterResult.includedIf(!WANTED || !ofARunningService(test));
    }

    private static boolean ofARunningService(TestDescriptor test) {
        return test.getSource()
                .flatMap(ContainerFree::owner)
                .filter(type -> Stream.<Class<?>>iterate(type, outer -> outer != null, Class::getEnclosingClass)
                        .anyMatch(one -> AnnotationSupport.isAnnotated(one, QuarkusTest.class)))
                .isPresent();
    }

    private static Optional<Class<?>> owner(TestSource source) {
        return switch (source) {
            case ClassSource ofClass -> Optional.of(ofClass.getJavaClass());
            case MethodSource ofMethod -> Optional.of(ofMethod.getJavaClass());
            default -> Optional.empty();
        };
    }
}
