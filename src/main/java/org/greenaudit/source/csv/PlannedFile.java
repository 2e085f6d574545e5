package org.greenaudit.source.csv;

import java.nio.file.Path;
import java.util.List;
import org.greenaudit.purchase.FeedLayout;
import org.greenaudit.source.Partition;
import org.greenaudit.source.SourcePlan;

/**
 * A file after the first pass: what planning found out.
 *
 * @param path where it is
 * @param format how it is written
 * @param layout how its rows are laid out
 * @param source what the plan keeps of it
 * @param cuts its parts; the numbers are not yet those of the run
 */
record PlannedFile(
        Path path, CsvFormat format, FeedLayout layout, SourcePlan.SourceFile source, List<Partition> cuts) {}
