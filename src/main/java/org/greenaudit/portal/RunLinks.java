package org.greenaudit.portal;

import org.greenaudit.assessment.BuyerKey;
import org.greenaudit.report.html.PageLinks;
import org.greenaudit.store.RunRecord;
import org.springframework.web.util.UriComponentsBuilder;

/** The pages of a run. */
record RunLinks(RunRecord record) implements PageLinks {

    /** The run's own page. */
    String run() {
        return "/runs/" + record.runId();
    }

    @Override
    public String violations(String rule) {
        return findings("outcome", "violation", "rule", rule);
    }

    @Override
    public String violationsOf(String duty) {
        return findings("outcome", "violation", "duty", duty);
    }

    @Override
    public String questions(String question) {
        return findings("outcome", "undetermined", "rule", question);
    }

    @Override
    public String newViolations() {
        return findings("outcome", "violation", "new", "yes");
    }

    @Override
    public String rejected() {
        return run() + "#files";
    }

    @Override
    public String region(String regionCode) {
        return regionCode.isEmpty() ? "" : findings("region", regionCode, "", "");
    }

    @Override
    public String unit(BuyerKey unit) {
        return UriComponentsBuilder.fromPath("/units")
                .queryParam("run", "{run}")
                .queryParam("q", "{q}")
                .encode()
                .buildAndExpand(record.runId(), unit.buyerCode().isEmpty() ? unit.buyerName() : unit.buyerCode())
                .toUriString();
    }

    private String findings(String name, String value, String other, String otherValue) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/findings")
                .queryParam("run", record.runId())
                .queryParam(name, value);
        if (!otherValue.isEmpty()) {
            address.queryParam(other, otherValue);
        }
        return address.build().encode().toUriString();
    }
}
