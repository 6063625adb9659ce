/** The domain of badgr: its verbs, its nouns, and the ports that a host or an adapter fills. */
@SuppressWarnings("requires-automatic") // The JSON-LD libraries have no other names for modules.
module dev.badgr.core {
    requires com.sanctionco.jmail;
    requires com.nulabinc.zxcvbn;
    requires java.xml;
    requires org.bouncycastle.provider;
    requires org.slf4j;
    requires tools.jackson.core;
    requires transitive jakarta.validation;
    requires static transitive org.jspecify;
    // Only for proofs that are embedded in a badge; a host without them gets "unknown" there.
    requires static jakarta.json;
    requires static titanium.json.ld;
    requires static titanium.rdf.api;
    requires static titanium.rdf.n.quads;
    requires static titanium.rdfc;
    requires static titanium.jcs;

    exports dev.badgr;
    exports dev.badgr.account;
    exports dev.badgr.award;
    exports dev.badgr.backpack;
    exports dev.badgr.bulk;
    exports dev.badgr.email;
    exports dev.badgr.fetch;
    exports dev.badgr.memory;
    exports dev.badgr.openbadges;
    exports dev.badgr.openbadges.api;
    exports dev.badgr.openbadges.image;
    exports dev.badgr.openbadges.issue;
    exports dev.badgr.openbadges.verify;
    exports dev.badgr.port;
    exports dev.badgr.terms;
    exports dev.badgr.testing;
    exports dev.badgr.text;
}
