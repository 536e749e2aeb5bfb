package cn.quality.local.seeding;

import java.nio.file.Path;

/** Where the repository keeps its seed files, seen from this module. */
final class Seeds {

    static final Path FOLDER = Path.of("../../seeds");

    private Seeds() {}
}
