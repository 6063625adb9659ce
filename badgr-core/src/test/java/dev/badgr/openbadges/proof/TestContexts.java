package dev.badgr.openbadges.proof;

import dev.badgr.openbadges.proof.Contexts.Pinned;
import java.util.LinkedHashMap;
import java.util.Map;

/** Linked data with the contexts that only published vectors use. */
final class TestContexts {
    static final ProofJudge.Expander EXPANDER = expander();

    private TestContexts() {}

    private static ProofJudge.Expander expander() {
        Map<String, Pinned> all = new LinkedHashMap<>(Contexts.bundled());
        all.put(
                "https://www.w3.org/ns/credentials/examples/v2",
                new Pinned("examples-v2.json", "57393fbc69d6efb9b9b5dc9cb6b9880b0944360abfe2eaf459c9e58cf2279d7c"));
        all.put(
                "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
                new Pinned("clr-vector.json", "948018e9aecd87e763db0ff4c446b92fb1aa959460452668e057cf61d1d7281b"));
        return new SafeJsonLd(new Contexts(all))::expand;
    }
}
