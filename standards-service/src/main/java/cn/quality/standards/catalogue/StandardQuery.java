package cn.quality.standards.catalogue;

import cn.quality.standards.number.Level;
import cn.quality.standards.search.Fragment;
import java.util.Optional;

/**
 * What to look for in the catalogue; an empty part does not restrict.
 *
 * @param status on the day of the question
 */
record StandardQuery(Optional<Fragment> fragment, Optional<Level> level, Optional<Status> status) {}
