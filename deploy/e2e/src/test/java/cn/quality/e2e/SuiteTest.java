package cn.quality.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A test that has the running suite for itself, for it counts what there is: no two of these run at the same time. */
@ExtendWith(RunningSuite.class)
@ResourceLock(RunningSuite.CONTENTS)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface SuiteTest {}
