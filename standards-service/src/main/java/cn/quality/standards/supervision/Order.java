package cn.quality.standards.supervision;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An order to correct, checked.
 *
 * @param number of the document
 * @param demands what is to be corrected
 * @param servedOn day of service, on which the time begins
 * @param until last day; the usual time when none is named
 */
record Order(String number, String demands, LocalDate servedOn, Optional<LocalDate> until) {}
