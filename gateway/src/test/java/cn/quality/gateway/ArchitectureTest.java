package cn.quality.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import cn.quality.testing.HouseRules;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = Gateway.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests HOUSE = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule THE_DATABASE_IS_REACHED_THROUGH_THE_PLATFORM = noClasses()
            .that()
            // Bucket4j takes a data source.
            .resideOutsideOfPackage("..gateway.limits..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.sql..", "io.agroal..", "jakarta.persistence..");

    /** What happens on the way of a request must not wait for a database or a broker. */
    @ArchTest
    static final ArchRule THE_WAY_OF_A_REQUEST_HAS_NO_DATABASE_AND_NO_BROKER = noClasses()
            .that()
            .resideInAnyPackage(
                    "..gateway.edge..",
                    "..gateway.upstream..",
                    "..gateway.proxy..",
                    "..gateway.health..",
                    "..gateway.portal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "cn.quality.platform.sql..", "org.flywaydb..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule FEATURES_MEET_ONLY_AT_THE_EDGE_AND_THE_UPSTREAMS = noClasses()
            .that()
            .resideInAPackage("cn.quality.gateway.portal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("cn.quality.gateway.proxy..", "cn.quality.gateway.health..");
}
