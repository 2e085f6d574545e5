package org.greenaudit.report.table;

import org.greenaudit.assessment.AssessmentPolicy;
import org.greenaudit.assessment.Indicator;
import org.greenaudit.assessment.Share;
import org.greenaudit.assessment.UnitAssessment;
import org.greenaudit.catalog.Duty;
import org.greenaudit.report.data.ReportContext;

/** The columns of {@code buyers.csv}: every number of a unit's assessment and every number of the policy. */
public final class UnitTable {

    private UnitTable() {}

    /** The table in the language of the context. */
    public static ReportTable<UnitAssessment> of(ReportContext context) {
        ReportTable.Builder<UnitAssessment> table = new ReportTable.Builder<UnitAssessment>(context.messages())
                .run(context.data())
                .text("region_code", unit -> unit.buyer().regionCode())
                .text("region_name", UnitAssessment::regionName)
                .text("buyer_code", unit -> unit.buyer().buyerCode())
                .text("buyer_name", unit -> unit.buyer().buyerName())
                .count("in_scope", UnitAssessment::inScope);
        context.catalog().listIds().forEach(listId -> lists(table, context, listId));
        table.count("mandatory", unit -> unit.duty(Duty.MANDATORY).inScope())
                .count("mandatory_violation", unit -> unit.duty(Duty.MANDATORY).violated())
                .share("mandatory_violation_share_amount", unit -> unit.duty(Duty.MANDATORY)
                        .byAmount(Indicator::violated))
                .count("priority", unit -> unit.duty(Duty.PRIORITY).inScope())
                .count("priority_certified", unit -> unit.duty(Duty.PRIORITY).certified())
                .share("priority_certified_share_amount", unit -> unit.duty(Duty.PRIORITY)
                        .byAmount(Indicator::certified))
                .count("priority_shortfall", unit -> unit.duty(Duty.PRIORITY).violated())
                .count("undetermined", UnitAssessment::undetermined)
                .share("undetermined_share_amount", unit -> Share.byAmount(unit.undetermined(), unit.inScope()))
                .count("exempt", UnitAssessment::exempt)
                .count("advisory", UnitAssessment::advisory)
                .number("repeat_violations", UnitAssessment::repeatViolations)
                .maybe("oldest_open_days", UnitAssessment::oldestOpenDays)
                .maybe("score", UnitAssessment::score)
                .word("grade", unit -> unit.grade().orElseGet(() -> context.say("report.units.not-graded")));
        policy(table, context.data().policy());
        context.data().catalog().listIds().forEach(listId -> evidence(table, context, listId));
        recycled(table);
        return table.build();
    }

    private static void lists(ReportTable.Builder<UnitAssessment> table, ReportContext context, String listId) {
        String name = listId.replace('-', '_');
        String title = context.listTitle(listId);
        table.count(name + "_listed", context.say("report.column.list_listed", title), unit -> unit.list(listId)
                        .inScope())
                .count(name + "_certified", context.say("report.column.list_certified", title), unit -> unit.list(
                                listId)
                        .certified())
                .share(
                        name + "_certified_share_lines",
                        context.say("report.column.list_certified_share_lines", title),
                        unit -> unit.list(listId).byLines(Indicator::certified))
                .share(
                        name + "_certified_share_amount",
                        context.say("report.column.list_certified_share_amount", title),
                        unit -> unit.list(listId).byAmount(Indicator::certified));
    }

    /** What a unit's certified share under a list rests on. */
    private static void evidence(ReportTable.Builder<UnitAssessment> table, ReportContext context, String listId) {
        String name = listId.replace('-', '_');
        String title = context.listTitle(listId);
        table.count(name + "_declared", context.say("report.column.list_declared", title), unit -> unit.list(listId)
                        .declared())
                .share(
                        name + "_verified_share_amount",
                        context.say("report.column.list_verified_share_amount", title),
                        unit -> unit.list(listId).byAmount(Indicator::verified))
                .share(
                        name + "_declared_share_amount",
                        context.say("report.column.list_declared_share_amount", title),
                        unit -> unit.list(listId).byAmount(Indicator::declared));
    }

    private static void recycled(ReportTable.Builder<UnitAssessment> table) {
        table.count("recyclable", UnitAssessment::recyclable)
                .count("recycled", UnitAssessment::recycled)
                .share("recycled_share_lines", unit -> Share.byLines(unit.recycled(), unit.recyclable()))
                .share("recycled_share_amount", unit -> Share.byAmount(unit.recycled(), unit.recyclable()));
    }

    private static void policy(ReportTable.Builder<UnitAssessment> table, AssessmentPolicy policy) {
        table.number("mandatory_weight", unit -> policy.mandatoryWeight())
                .number("priority_weight", unit -> policy.priorityWeight())
                .number("undetermined_weight", unit -> policy.undeterminedWeight())
                .number("target", unit -> policy.target())
                .number("minimum_lines", unit -> policy.minimumLines())
                .number("grade_a", unit -> policy.gradeA())
                .number("grade_b", unit -> policy.gradeB())
                .number("grade_c", unit -> policy.gradeC());
    }
}
