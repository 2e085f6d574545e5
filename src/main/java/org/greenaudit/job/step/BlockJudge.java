package org.greenaudit.job.step;

import java.util.ArrayList;
import java.util.List;
import org.greenaudit.assessment.CountyCounts;
import org.greenaudit.purchase.Parsed;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.purchase.SetApart;
import org.greenaudit.rules.DecisionUse;
import org.greenaudit.rules.LineEvaluator;
import org.greenaudit.rules.Outcome;
import org.greenaudit.rules.Verdict;
import org.greenaudit.source.Block;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Judges every line of a block, counts all its rows, and picks the verdicts to store. */
final class BlockJudge implements ItemProcessor<Block, JudgedBlock> {

    private final LineEvaluator evaluator;
    private final boolean allVerdicts;

    /** A judge of blocks; compliant verdicts are stored only with {@code allVerdicts}. */
    BlockJudge(LineEvaluator evaluator, boolean allVerdicts) {
        this.evaluator = evaluator;
        this.allVerdicts = allVerdicts;
    }

    @Override
    public JudgedBlock process(Block block) {
        CountyCounts counts = new CountyCounts();
        List<JudgedBlock.Kept> kept = new ArrayList<>();
        List<JudgedBlock.Used> uses = new ArrayList<>(0);
        for (PurchaseLine line : block.lines()) {
            LineEvaluator.Judgement judgement = evaluator.evaluate(line);
            counts.add(line, judgement.classification(), judgement.verdicts());
            for (DecisionUse use : judgement.decisions()) {
                counts.add(line, use);
                uses.add(new JudgedBlock.Used(line, use));
            }
            for (Verdict verdict : judgement.verdicts()) {
                if (allVerdicts || verdict.outcome() != Outcome.COMPLIANT) {
                    kept.add(JudgedBlock.Kept.of(line, judgement, verdict));
                }
            }
        }
        for (Rejection rejection : block.rejections()) {
            counts.add(rejection);
        }
        for (SetApart row : block.setApart()) {
            counts.add(row);
        }
        List<Parsed> rows = new ArrayList<>(block.lines());
        rows.addAll(block.rejections());
        rows.addAll(block.setApart());
        counts.totals().add(rows);
        return new JudgedBlock(block, counts, kept, uses);
    }
}
