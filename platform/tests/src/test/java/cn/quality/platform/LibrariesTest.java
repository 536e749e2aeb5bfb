package cn.quality.platform;

import cn.quality.testing.HouseRules;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What holds for the resources every service gets from the libraries; this one sees them all. */
@AnalyzeClasses(packages = "cn.quality.platform", importOptions = DoNotIncludeTests.class)
class LibrariesTest {

    @ArchTest
    static final ArchRule RESPONSES = HouseRules.RESPONSES_NAME_THEIR_MEDIA_TYPE;
}
